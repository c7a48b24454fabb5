/** What several screens of requests ask, and who asks. */
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../api/client';
import { me } from '../../api/queries';
import { rights } from '../../api/rights';
import { tagged } from '../../api/tagged';
import type { Eyes, Request } from './rules';

/** How often what is open is asked again, in milliseconds: others work on it too. */
const AGAIN = 30_000;

export const requestQuery = (id: string) => ({
  refetchInterval: AGAIN,
  queryKey: ['requests', 'one', id],
  queryFn: async () => tagged<Request>(await api.GET('/api/v1/requests/{id}', { params: { path: { id } } })),
});

export const workersQuery = (building: string | null | undefined) => ({
  queryKey: ['requests', 'workers', building],
  queryFn: async () => {
    const query = building ? { building_id: building } : {};
    return (await api.GET('/api/v1/requests/workers', { params: { query } })).data!.items;
  },
});

export const buildingsQuery = {
  queryKey: ['buildings', 'first'],
  queryFn: async () => (await api.GET('/api/v1/buildings', { params: { query: { limit: 100 } } })).data!.items,
  staleTime: 60_000,
};

/** Who looks; nothing is granted while that is not known. */
export function useEyes(): Eyes {
  const who = useQuery(me).data;
  const granted = useQuery(rights).data?.permissions ?? {};
  return { person: who?.person_id ?? '', member: who?.member_id ?? undefined, granted };
}

/** Asks again for everything about requests: somebody has done something. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['requests'] });
}
