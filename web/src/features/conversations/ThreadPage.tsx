// One conversation, beside the inbox where there is room.
import { useQuery } from '@tanstack/react-query';
import { usePathParam, useUrlFilters } from '@/app/url-state';
import { QueryState } from '@/ui/states';
import { Desk } from './Desk';
import { Details } from './Details';
import { conversationQuery } from './queries';
import { Thread } from './Thread';

export default function ThreadPage() {
  const id = usePathParam('id');
  const query = useQuery(conversationQuery(id));
  const detailed = useUrlFilters().one('vue') === 'details';
  const conversation = query.data;
  const details = (inItsPlace: boolean) =>
    conversation && <Details key={id} conversation={conversation} inItsPlace={inItsPlace} />;
  return (
    <Desk current={id} details={details} detailed={detailed}>
      <QueryState query={query}>
        {(conversation) => <Thread key={conversation.id} conversation={conversation} />}
      </QueryState>
    </Desk>
  );
}
