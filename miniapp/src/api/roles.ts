/** The roles of the org: those that come with Kontora, and its own. */
import { queryOptions } from '@tanstack/react-query';

import { api } from './client';

export const roles = queryOptions({
  queryKey: ['roles'],
  queryFn: async () => (await api.GET('/api/v1/roles')).data!,
});
