/** A thing as it stands now, with its version, for a form that edits it: never from the cache, which may be older. */
import { useQuery } from '@tanstack/react-query';

import { tagged } from './tagged';

type Answer<T> = Promise<{ data?: T; response: Response }>;

export function useToEdit<T>(queryKey: readonly string[], get: () => Answer<T>) {
  return useQuery({ queryKey, queryFn: async () => tagged<T>(await get()), staleTime: 0, gcTime: 0 });
}
