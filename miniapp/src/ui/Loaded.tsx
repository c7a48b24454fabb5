/** What a query brought, or why it brought nothing: loading, an error with its way out. */
import type { ReactNode } from 'react';

import { useT } from '../texts/Texts';
import { ErrorNote } from './ErrorNote';

interface Props<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, children }: Props<T>) {
  const t = useT();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorNote error={query.error} again={() => void query.refetch()} />;
  return (
    <div className="loading" aria-busy="true">
      {t('console-loading')}
    </div>
  );
}
