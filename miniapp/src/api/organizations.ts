/** In which org the person works: the one that they chose in this browser, else the one that the session began in. */
import { queryOptions, useQuery } from '@tanstack/react-query';

import { api, workIn } from './client';
import { me } from './queries';

const KEPT = 'kontora.organization';

/** Goes on where the person worked last. */
export function recallOrg(): void {
  workIn(localStorage.getItem(KEPT));
}

/** Works in another org from now on; none: in the one that the session began in. Says whether anything changed. */
export function chooseOrg(id: string | null): boolean {
  const isNew = localStorage.getItem(KEPT) !== id;
  if (id) localStorage.setItem(KEPT, id);
  else localStorage.removeItem(KEPT);
  workIn(id);
  return isNew;
}

/** The orgs that the person works for. */
export const myOrgs = queryOptions({
  queryKey: ['organizations'],
  queryFn: async () => (await api.GET('/api/v1/organizations/me')).data!.items,
  staleTime: 5 * 60_000,
});

/** The org of this page, as paths name it. It is known wherever the person is. */
export function useOrg(): { org_id: string } {
  return { org_id: useQuery(me).data?.organization_id ?? '' };
}
