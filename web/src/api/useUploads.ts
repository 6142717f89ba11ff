// Files that are being sent beside a form, each with how far it is and why it was refused. What was sent is
// kept by whoever asks for it, so that a reload loses nothing.
import { useEffect, useRef, useState } from 'react';
import { MOST_BYTES, sendFile, type Purpose, type SentFile } from './files';
import { Problem } from './problem';

export interface Upload {
  key: string;
  name: string;
  bytes: number;
  /** From 0 to 1. */
  done: number;
  /** What the API made of it; none while it is on its way. */
  sent?: SentFile;
  /** Why it was refused, in the reader's words. */
  refusal?: string;
}

export interface Uploads {
  items: Upload[];
  /** Whether one is still on its way. */
  pending: boolean;
  add: (files: readonly File[]) => void;
  /** Stops one that is on its way, and takes it out. */
  remove: (key: string) => void;
  clear: () => void;
}

interface Words {
  tooLarge: string;
  /** More were chosen than there is room for. */
  tooMany: string;
  network: string;
}

interface Options {
  /** What was sent before. */
  initial?: SentFile[];
  most: number;
  purpose?: Purpose;
  words: Words;
  /** Told whenever other files are there than before. */
  onChange?: (sent: SentFile[]) => void;
  /** Hands a file over as soon as it is there; it is then no longer listed here. */
  onSent?: (file: SentFile) => void;
}

const uploadOf = (sent: SentFile): Upload => ({
  key: sent.id,
  name: sent.name,
  bytes: sent.size_bytes,
  done: 1,
  sent,
});

const sentOf = (items: readonly Upload[]) => items.flatMap(({ sent }) => (sent ? [sent] : []));

export function useUploads(options: Options): Uploads {
  const { initial = [], most, purpose = 'attachment', words, onChange, onSent } = options;
  const [items, setItems] = useState<Upload[]>(() => initial.map(uploadOf));
  // Several arrive between two drawings of the page.
  const latest = useRef(items);
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  function put(next: Upload[]) {
    const before = sentOf(latest.current);
    latest.current = next;
    setItems(next);
    const after = sentOf(next);
    if (after.length !== before.length) onChange?.(after);
  }

  const change = (key: string, more: Partial<Upload>) =>
    put(latest.current.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const drop = (key: string) => put(latest.current.filter((one) => one.key !== key));

  async function send(key: string, file: File) {
    const stop = new AbortController();
    stops.current.set(key, stop);
    try {
      const onProgress = (done: number) => change(key, { done });
      const sent = await sendFile({ file, purpose, signal: stop.signal, onProgress });
      if (onSent) {
        drop(key);
        onSent(sent);
      } else {
        change(key, { sent, name: sent.name, bytes: sent.size_bytes, done: 1 });
      }
    } catch (error) {
      if (error instanceof DOMException) return; // Stopped: it is no longer listed.
      if (!(error instanceof Problem)) throw error;
      change(key, { refusal: error.status === 0 ? words.network : error.message });
    } finally {
      stops.current.delete(key);
    }
  }

  function add(files: readonly File[]) {
    let room = most - latest.current.filter(({ refusal }) => !refusal).length;
    const added = files.map((file): [Upload, File] => {
      const upload = { key: crypto.randomUUID(), name: file.name, bytes: file.size, done: 0 };
      if (file.size > MOST_BYTES) return [{ ...upload, refusal: words.tooLarge }, file];
      room -= 1;
      return [room < 0 ? { ...upload, refusal: words.tooMany } : upload, file];
    });
    // What was refused before has been read by now.
    put([...latest.current.filter(({ refusal }) => !refusal), ...added.map(([upload]) => upload)]);
    for (const [upload, file] of added) if (!upload.refusal) void send(upload.key, file);
  }

  function remove(key: string) {
    stops.current.get(key)?.abort();
    drop(key);
  }

  return {
    items,
    pending: items.some(({ sent, refusal }) => !sent && !refusal),
    add,
    remove,
    clear: () => put([]),
  };
}
