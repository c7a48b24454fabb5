/** What several screens of the register ask. */
import { api } from '../../api/client';

export const complexes = {
  queryKey: ['complexes'],
  queryFn: async () => (await api.GET('/api/v1/complexes')).data!.items,
};

export const entrancesOf = (building: string) => ({
  queryKey: ['entrances', building],
  queryFn: async () =>
    (await api.GET('/api/v1/buildings/{id}/entrances', { params: { path: { id: building } } })).data!.items,
});
