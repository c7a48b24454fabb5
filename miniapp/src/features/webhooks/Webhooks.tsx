/** Addresses of the org's own that are told what happens. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import { listed, Standing } from './parts';

export function Webhooks() {
  const t = useT();
  const may = useMay();
  const query = useQuery({ queryKey: ['webhooks'], queryFn: async () => (await api.GET('/api/v1/webhooks')).data! });
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-webhooks')}</h1>
        {may('webhooks.manage') && (
          <Link className="button primary" to="/webhooks/new">
            {t('console-webhook-new')}
          </Link>
        )}
      </div>
      <p className="muted">{t('console-webhooks-hint')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <div className="card flush">
            {items.length === 0 && <Empty title={t('console-webhooks-none')}>{t('console-webhooks-none-hint')}</Empty>}
            <ul className="list">
              {items.map((webhook) => (
                <li key={webhook.id} className="row apart">
                  <div className="grow">
                    <Link to={`/webhooks/${webhook.id}`}>{webhook.name}</Link>
                    <div className="mono small muted">{webhook.url}</div>
                    <div className="small">{listed(t, webhook.events)}</div>
                  </div>
                  <Standing webhook={webhook} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </div>
  );
}
