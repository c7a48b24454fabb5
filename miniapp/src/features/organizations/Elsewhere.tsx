/** Where nobody can work: an org that is deleted, or none at all. The others, and the way back, are here. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { myOrgs } from '../../api/organizations';
import { roleText } from '../../texts/roles';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { useGoTo } from './Switcher';

export function Elsewhere() {
  const { t, lang } = useTexts();
  const tell = useTell();
  const go = useGoTo();
  const orgs = useQuery(myOrgs);
  const restore = useMutation({
    mutationFn: async (org_id: string) => {
      const params = { path: { org_id }, header: { 'X-Organization-Id': org_id } };
      await api.POST('/api/v1/organizations/{org_id}/restore', { params });
      tell(t('console-organization-restored'));
      go(org_id);
    },
  });
  return (
    <div className="stack">
      <h1>{t('console-organizations')}</h1>
      <ErrorNote error={restore.error} />
      <Loaded query={orgs}>
        {(items) => (
          <div className="card flush">
            {items.length === 0 && (
              <Empty title={t('console-organizations-none')}>{t('console-organizations-none-hint')}</Empty>
            )}
            <ul className="list">
              {items.map((org) => (
                <li key={org.id} className="row apart">
                  <div className="grow">
                    <div className="row">
                      <strong>{org.name}</strong>
                      {org.deleted_at && <span className="tag bad">{t('console-organization-is-deleted')}</span>}
                    </div>
                    <div className="muted small">
                      {org.restorable_until
                        ? t('console-organization-restorable', { until: moment(lang, org.restorable_until) })
                        : t(roleText(org.role))}
                    </div>
                  </div>
                  {!org.deleted_at && (
                    <button type="button" className="button small" onClick={() => go(org.id)}>
                      {t('console-organization-open')}
                    </button>
                  )}
                  {org.deleted_at && org.role === 'owner' && (
                    <button
                      type="button"
                      className="button small"
                      disabled={restore.isPending}
                      onClick={() => restore.mutate(org.id)}
                    >
                      {t('console-organization-restore')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      <p>
        <Link className="button" to="/organizations/new">
          {t('console-register')}
        </Link>
      </p>
    </div>
  );
}
