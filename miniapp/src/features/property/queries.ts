/** What several screens of the register ask. */
import { api } from '../../api/client';

export const complexes = {
  queryKey: ['complexes'],
  queryFn: async () => (await api.GET('/api/v1/complexes')).data!.items,
};
