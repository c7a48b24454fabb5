/** The programs that use the API for the org: who they are, when they last came, and which are out. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useTexts } from '../../texts/Texts';
import { distance, moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';

export function Programs() {
  const { t, lang } = useTexts();
  const may = useMay();
  const query = useQuery({
    queryKey: ['programs'],
    queryFn: async () => (await api.GET('/api/v1/service-accounts')).data!.items,
  });
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-programs')}</h1>
        {may('service_accounts.manage') && (
          <Link className="button primary" to="/programs/new">
            {t('console-program-new')}
          </Link>
        )}
      </div>
      <p className="muted">{t('console-programs-hint')}</p>
      <Loaded query={query}>
        {(items) => (
          <div className="card flush">
            {items.length === 0 && <Empty title={t('console-programs-none')}>{t('console-programs-none-hint')}</Empty>}
            <ul className="list">
              {items.map(({ id, name, revoked_at, last_used_at }) => (
                <li key={id} className="row apart">
                  <Link to={`/programs/${id}`}>{name}</Link>
                  {revoked_at ? (
                    <span className="muted">{t('console-program-revoked')}</span>
                  ) : last_used_at ? (
                    <time className="muted" dateTime={last_used_at} title={moment(lang, last_used_at)}>
                      {t('console-program-used', {
                        when: distance(lang, last_used_at) ?? t('console-just-now'),
                      })}
                    </time>
                  ) : (
                    <span className="muted">{t('console-program-unused')}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </div>
  );
}
