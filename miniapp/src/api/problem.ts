/** What the server said no with: RFC 9457, in the words of the person's own language. */
import type { components } from './schema';

type Body = components['schemas']['Problem'];

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** What to tell us when the mistake was ours. */
  readonly incident: string | undefined;
  /** What is wrong with a field, by the field's path as `owner.email`. */
  readonly fields: ReadonlyMap<string, string>;
  /** In how many seconds it may work, when the server knows. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: Partial<Body>, retryAfter?: number) {
    super(body.title ?? '');
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? 'unreadable';
    this.incident = body.incident ?? undefined;
    this.fields = new Map(body.errors?.map((error) => [error.field, error.message]));
    this.retryAfter = retryAfter;
  }

  /** The server was not reached at all. */
  static offline(): ApiProblem {
    return new ApiProblem(0, { code: 'offline' });
  }

  static async read(response: Response): Promise<ApiProblem> {
    const body = (await response
      .clone()
      .json()
      .catch(() => ({}))) as Partial<Body>;
    const wait = Number(response.headers.get('retry-after') ?? NaN);
    return new ApiProblem(response.status, body, Number.isFinite(wait) ? wait : undefined);
  }
}

/** The problem in whatever was thrown. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(0, { code: error instanceof TypeError ? 'offline' : 'unreadable' });
}
