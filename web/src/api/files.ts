// How a file is sent: fetch cannot tell how far it is, so this is the one call that goes another way, with the
// same manners as `call`.
import { api, unwrap } from './client';
import { networkProblem, problemOf, type Problem } from './problem';
import type { components } from './schema.gen';
import { announceSessionLost, renewSession } from './session';

export type SentFile = components['schemas']['FileView'];

/** What the API takes; it says so itself, too, once all of it has arrived. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** What a dialogue of the system offers. */
export const PICTURES = 'image/jpeg,image/png,image/webp';
export const DOCUMENTS = `${PICTURES},.pdf,.txt,.csv,.odt,.ods,.odp,.docx,.xlsx,.pptx,.mp3,.m4a,.wav,.mp4`;

/** Where a picture is, to be drawn in a page. */
export const pictureOf = (file: string) => `/v1/files/${file}/content?inline=true`;
export const smallPictureOf = (file: string) => `${pictureOf(file)}&small=true`;

/** Saves a file. Asked for by the API's own way first, which renews the session and says why it is gone. */
export async function saveFile(id: string): Promise<void> {
  const { content } = await unwrap(api.GET('/v1/files/{id}', { params: { path: { id } } }));
  window.location.assign(content);
}

/**
 * What a file is sent for: what is delivered may be of any type, and is kept byte for byte; a banner is drawn anew in
 * one of the sizes that there are.
 */
export type Purpose = 'attachment' | 'delivery' | 'banner';

interface Sending {
  file: File;
  purpose: Purpose;
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (done: number) => void;
}

/** Sends a file; throws a Problem when it is refused, and an abort when it was stopped. */
export async function sendFile(sending: Sending): Promise<SentFile> {
  const key = crypto.randomUUID();
  let answer = await attempt(sending, key);
  if (answer.status === 401 && (await renewSession())) answer = await attempt(sending, key);
  if (answer.status === 401) announceSessionLost();
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as SentFile;
}

function attempt(sending: Sending, key: string): Promise<Response> {
  const { file, purpose, signal, onProgress } = sending;
  return new Promise((resolve, reject: (reason: Problem | DOMException) => void) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', `/v1/files?purpose=${purpose}`);
    request.setRequestHeader('X-Estrade', '1');
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'fr');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve(
        new Response(request.responseText, { status: request.status, headers: retry(request) }),
      );
    request.onerror = () => reject(networkProblem());
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function retry(request: XMLHttpRequest): HeadersInit {
  const after = request.getResponseHeader('Retry-After');
  return after ? { 'Retry-After': after } : {};
}
