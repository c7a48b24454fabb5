/** What the person may do in this org. What they may not is not shown; the server decides all the same. */
import { queryOptions, useQuery } from '@tanstack/react-query';

import { api } from './client';

export const rights = queryOptions({
  queryKey: ['me', 'rights'],
  queryFn: async () => (await api.GET('/api/v1/me/rights')).data!,
});

/** Answers whether something is granted; while it is not known, nothing is. */
export function useMay(): (permission: string) => boolean {
  const { data } = useQuery(rights);
  return (permission) => data?.permissions[permission] !== undefined;
}
