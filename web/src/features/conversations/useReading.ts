// What is in sight is read: the thread is marked up to its latest entry while somebody looks at the page.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTalk, type Conversation, type Entry } from './queries';

function subscribe(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}

export function useReading(conversation: Conversation, latest: Entry | undefined): void {
  const visible = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
  const { read } = useTalk();
  const through = useRef<string>(undefined);
  useEffect(() => {
    if (!visible || !latest || through.current === latest.id) return;
    const first = through.current === undefined;
    through.current = latest.id;
    // An entry that came while one looked may stand here before its count does.
    const news = !first && latest.from !== 'me';
    if (conversation.unread === 0 && !news) return;
    read(conversation, latest.id).catch(() => {
      // Tried again with the next entry, or when the reader comes back.
      through.current = undefined;
    });
  });
}
