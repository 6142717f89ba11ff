// A refusal as the API says it (RFC 9457), and its way into a form's fields.

export interface FieldProblem {
  /** JSON pointer into the request body: "/contact/phone". */
  pointer: string;
  code: string;
  detail: string;
}

export interface ProblemBody {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  request_id?: string;
  errors?: FieldProblem[];
}

/** Thrown by every refused or failed call. `status` 0 means that no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(body: ProblemBody, retryAfterSeconds?: number) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.requestId = body.request_id;
    this.fields = body.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}

/** Reads a failed response; a body that is no problem document (a proxy's page) still makes one. */
export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  const body: unknown = await response.json().catch(() => null);
  if (isProblemBody(body)) return new Problem(body, seconds);
  const title = response.statusText || `HTTP ${response.status}`;
  return new Problem(
    {
      title,
      status: response.status,
      code: 'unreadable_answer',
      request_id: response.headers.get('X-Request-Id') ?? undefined,
    },
    seconds,
  );
}

export function networkProblem(): Problem {
  return new Problem({ title: 'network', status: 0, code: 'network' });
}

/** "/lots/0/trade" → "lots.0.trade", the path by which forms know the field. */
export function fieldPath(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .join('.');
}

/** The first message of each field, by form path. */
export function fieldErrors(problem: Problem): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { pointer, detail } of problem.fields) errors[fieldPath(pointer)] ??= detail;
  return errors;
}
