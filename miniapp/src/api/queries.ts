/** What both pages ask: their questions once, and how long an answer counts. */
import { QueryClient, queryOptions } from '@tanstack/react-query';

import { api } from './client';
import { problemOf } from './problem';

/** An answer that the server gave is one; only a lost connection and a server that is busy are worth another try. */
export function isWorthAnotherTry(count: number, error: unknown): boolean {
  const { status } = problemOf(error);
  return count < 2 && (status === 0 || status === 503 || status === 504);
}

export function questions(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: isWorthAnotherTry } } });
}

/** Who the person is in this org. */
export const me = queryOptions({
  queryKey: ['me'],
  queryFn: async () => (await api.GET('/api/v1/me')).data!,
});
