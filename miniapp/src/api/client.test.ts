/** The client against a server that speaks HTTP. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import type { ApiProblem } from './problem';

let server: Server;
let client: typeof import('./client');
let answers: ((request: IncomingMessage) => { status: number; body: unknown; headers?: Record<string, string> })[];
const seen: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    request.resume();
    const { status, body, headers } = (answers.length > 1 ? answers.shift()! : answers[0]!)(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  client = await import('./client');
});
afterAll(() => server.close());
beforeEach(() => {
  seen.length = 0;
});

function session(renews: boolean) {
  const told = { token: 'old', renewals: 0, hasEnded: false };
  client.actAs({
    headers: () => ({ authorization: `Bearer ${told.token}` }),
    ended: () => (told.hasEnded = true),
    renew: async () => {
      told.renewals += 1;
      told.token = 'new';
      return Promise.resolve(renews);
    },
  });
  return told;
}

const byToken = ({ headers }: IncomingMessage) =>
  headers.authorization === 'Bearer new' ? { status: 200, body: { name: 'Анна' } } : { status: 401, body: {} };

test('a request names the org and the language, and a write has a key of its own', async () => {
  session(true);
  answers = [() => ({ status: 200, body: {} })];
  client.workIn('0198');
  client.speak('uz');
  await client.api.GET('/api/v1/me');
  await client.api.POST('/api/v1/auth/logout', { body: {} });
  expect(seen[0]!.headers).toMatchObject({ 'x-organization-id': '0198', 'accept-language': 'uz' });
  expect(seen[0]!.headers['idempotency-key']).toBeUndefined();
  expect(seen[1]!.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/u);
});

test('an access that ran out is renewed once for all who wait, and they never notice', async () => {
  const told = session(true);
  answers = [byToken];
  const all = await Promise.all([1, 2, 3].map(() => client.api.GET('/api/v1/me')));
  expect(all.map(({ data }) => data?.name)).toEqual(['Анна', 'Анна', 'Анна']);
  expect(told).toMatchObject({ renewals: 1, hasEnded: false });
});

test('a session that cannot be renewed has ended', async () => {
  const told = session(false);
  answers = [() => ({ status: 401, body: { code: 'unauthenticated', title: 'Войдите' } })];
  await expect(client.api.GET('/api/v1/me')).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
  expect(told.hasEnded).toBe(true);
});

test('a refusal is thrown with its words, its fields and how long to wait', async () => {
  session(true);
  const errors = [{ field: 'owner.email', code: 'email_invalid', message: 'Это не адрес' }];
  const body = { code: 'fields_invalid', title: 'Проверьте поля', errors };
  answers = [() => ({ status: 422, body, headers: { 'retry-after': '7' } })];
  const problem = await client.api.GET('/api/v1/me').catch((error: unknown) => error as ApiProblem);
  expect(problem).toMatchObject({ status: 422, message: 'Проверьте поля', retryAfter: 7 });
  expect((problem as ApiProblem).fields.get('owner.email')).toBe('Это не адрес');
});
