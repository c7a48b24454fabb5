/**
 * The one way to the server. It names the org and the language, shows who asks, tries once more with fresh credentials
 * when the access ran out, and throws an {@link ApiProblem} for every answer that is no success.
 */
import createClient, { type Middleware } from 'openapi-fetch';

import { eyes, lookOneself } from './eyes';
import { ApiProblem } from './problem';
import type { paths } from './schema';

/** How a surface shows who asks: the console by cookies, the mini-app by a bearer token. */
export interface Credentials {
  /** What to send with a request. */
  headers(isWrite: boolean): Record<string, string>;
  /** Gets a fresh access; `false` when the session has ended. */
  renew(): Promise<boolean>;
  /** Nobody is signed in any more. */
  ended(): void;
}

const ANONYMOUS: Credentials = { headers: () => ({}), renew: () => Promise.resolve(false), ended: () => undefined };
const SIGN_IN = '/api/v1/auth/';
/** Beginning and ending to see with another's eyes is done with one's own. */
const VIEW_AS = '/api/v1/view_as';

let credentials = ANONYMOUS;
let organization: string | null = null;
let language = 'ru';

export function actAs(shown: Credentials): void {
  credentials = shown;
}

/** In which org everything happens from now on. */
export function workIn(id: string | null): void {
  organization = id;
}

/** In which language the server speaks. */
export function speak(code: string): void {
  language = code;
}

function dressed(request: Request): Request {
  const isWrite = request.method !== 'GET';
  const headers = new Headers(request.headers);
  headers.set('accept-language', language);
  if (organization && !headers.has('x-organization-id')) headers.set('x-organization-id', organization);
  const viewing = eyes();
  if (viewing && new URL(request.url).pathname !== VIEW_AS) headers.set('x-view-as', viewing);
  if (request.method === 'POST' && !headers.has('idempotency-key')) headers.set('idempotency-key', onceOnly());
  for (const [name, value] of Object.entries(credentials.headers(isWrite))) headers.set(name, value);
  return new Request(request, { headers });
}

/** A key under which a POST counts once. `randomUUID` is not there on a page without TLS. */
function onceOnly(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    throw ApiProblem.offline();
  }
}

/** Sends a request; an access that ran out is renewed once, and all who wait for it share the renewal. */
async function ask(plain: Request): Promise<Response> {
  const again = plain.clone();
  const first = dressed(plain);
  const shown = generation;
  const answer = await send(first);
  if (answer.status !== 401 || new URL(plain.url).pathname.startsWith(SIGN_IN)) return answer;
  if (shown !== generation || (await renewed())) {
    const key = first.headers.get('idempotency-key');
    if (key) again.headers.set('idempotency-key', key);
    const second = await send(dressed(again));
    if (second.status !== 401) return second;
  }
  credentials.ended();
  return answer;
}

let renewal: Promise<boolean> | undefined;
/** How often credentials were renewed: an answer to older ones is asked again, not renewed again. */
let generation = 0;

function renewed(): Promise<boolean> {
  renewal ??= credentials
    .renew()
    .then((isFresh) => {
      generation += 1;
      return isFresh;
    })
    .finally(() => (renewal = undefined));
  return renewal;
}

const refuse: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const problem = await ApiProblem.read(response);
    if (problem.code === 'viewing_over') lookOneself();
    throw problem;
  },
};

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? 'http://localhost', fetch: ask });
api.use(refuse);
