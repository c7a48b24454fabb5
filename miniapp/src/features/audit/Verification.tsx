/** Whether the log is as it was written: every entry is sealed with the one before it. */
import { useMutation } from '@tanstack/react-query';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';

export function Verification() {
  const t = useT();
  const verify = useMutation({ mutationFn: async () => (await api.GET('/api/v1/audit/verification')).data! });
  const log = verify.data;
  return (
    <div className="row">
      <button type="button" className="button small" disabled={verify.isPending} onClick={() => verify.mutate()}>
        {t('console-audit-verify')}
      </button>
      {log && !log.broken && (
        <span className="note good grow" role="status">
          {t('console-audit-whole', { count: log.events, waiting: log.waiting })}
        </span>
      )}
      {log?.broken && (
        <span className="note bad grow" role="alert">
          {t('console-audit-broken', { seq: log.broken.seq ?? 0 })}
        </span>
      )}
      <ErrorNote error={verify.error} />
    </div>
  );
}
