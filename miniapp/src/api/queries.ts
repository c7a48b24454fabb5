/** What both pages ask: their questions once, and how long an answer counts. */
import { QueryClient, queryOptions } from '@tanstack/react-query';

import { api } from './client';
import { problemOf } from './problem';

/** The longest that a screen waits by itself, in seconds, when the server says for how long. */
const PATIENCE = 5;

/**
 * An answer that the server gave is one; only a lost connection, a server that is busy and a short pause that it asks
 * for are worth another try.
 */
export function isWorthAnotherTry(count: number, error: unknown): boolean {
  const { status, retryAfter } = problemOf(error);
  const isPause = status === 429 && retryAfter !== undefined && retryAfter <= PATIENCE;
  return count < 2 && (isPause || status === 0 || status === 503 || status === 504);
}

/** In how many milliseconds: when the server says so, else a little later each time. */
export function waits(count: number, error: unknown): number {
  return (problemOf(error).retryAfter ?? 2 ** count) * 1000;
}

export function questions(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 15_000, retry: isWorthAnotherTry, retryDelay: waits } },
  });
}

/**
 * Who the person is in this org. When the org says no, a screen that asks again while it appears would make the page
 * wait, disappear and appear for ever.
 */
export const me = queryOptions({
  retryOnMount: false,
  queryKey: ['me'],
  queryFn: async () => (await api.GET('/api/v1/me')).data!,
});
