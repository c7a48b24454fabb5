/** What a request can be about: kinds, and the problems under each. */
import { queryOptions } from '@tanstack/react-query';

import type { Lang } from '../texts/bundle';
import { api } from './client';
import type { components } from './schema';

export type Category = components['schemas']['Category'];
export type Names = components['schemas']['Names'];

export const categories = queryOptions({
  queryKey: ['categories'],
  queryFn: async () => (await api.GET('/api/v1/categories')).data!.items,
  staleTime: 60_000,
});

export const named = (lang: Lang, names: Names): string => names[lang];

/** A kind with the problems under it. */
export interface Kind {
  kind: Category;
  problems: Category[];
}

/** The tree that a flat list says, each part in its own order. */
export function tree(all: readonly Category[], shows: (category: Category) => boolean = () => true): Kind[] {
  const inOrder = all.filter(shows).sort((a, b) => a.position - b.position);
  return inOrder
    .filter(({ parent_id }) => !parent_id)
    .map((kind) => ({ kind, problems: inOrder.filter(({ parent_id }) => parent_id === kind.id) }));
}
