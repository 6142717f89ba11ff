// One conversation, beside the inbox where there is room.
import { useQuery } from '@tanstack/react-query';
import { usePathParam } from '@/app/url-state';
import { QueryState } from '@/ui/states';
import { Desk } from './Desk';
import { conversationQuery } from './queries';
import { Thread } from './Thread';

export default function ThreadPage() {
  const id = usePathParam('id');
  const query = useQuery(conversationQuery(id));
  return (
    <Desk current={id}>
      <QueryState query={query}>
        {(conversation) => <Thread key={conversation.id} conversation={conversation} />}
      </QueryState>
    </Desk>
  );
}
