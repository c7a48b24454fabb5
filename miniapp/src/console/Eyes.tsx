/** Whose eyes one looks through, above every screen, with the way back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../api/client';
import { lookOneself } from '../api/eyes';
import { me } from '../api/queries';
import { rights } from '../api/rights';
import { useT } from '../texts/Texts';

export function Eyes() {
  const t = useT();
  const queries = useQueryClient();
  const whose = useQuery(me).data;
  const seen = useQuery(rights).data?.seen_by_person_id;
  const stop = useMutation({
    mutationFn: () => api.DELETE('/api/v1/view_as'),
    onSettled: () => {
      lookOneself();
      return queries.resetQueries();
    },
  });
  if (!seen || !whose) return null;
  return (
    <div className="note warn row apart eyes" role="status">
      <span>{t('console-eyes', { name: whose.name })}</span>
      <button type="button" className="button small" disabled={stop.isPending} onClick={() => stop.mutate()}>
        {t('console-eyes-own')}
      </button>
    </div>
  );
}
