/** What happened in the org, the latest first: looked through, taken along, checked against its seals. */
import { useMutation } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { details, edits } from './details';
import { asked, type Filter, KINDS, read, SURFACES, word } from './filter';
import { Filters } from './Filters';
import { Verification } from './Verification';

export function Audit() {
  const { t } = useTexts();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const filter = read(search);
  const query = asked(filter);
  const list = usePages(['audit', query], async (after) => {
    const params = { query: { ...query, limit: 50, ...(after && { after }) } };
    return (await api.GET('/api/v1/audit/events', { params })).data!;
  });
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-audit')}</h1>
        <div className="row">
          <Link className="button" to="/audit/reports">
            {t('console-reports')}
          </Link>
          {may('audit.export') && <Export filter={query} />}
        </div>
      </div>
      <Verification />
      <Filters filter={filter} onChange={(next) => setSearch(next, { replace: true })} />
      <Loaded query={list}>
        {(events) => (
          <div className="card flush">
            {events.length === 0 && <Empty title={t('console-audit-none')}>{t('console-audit-none-hint')}</Empty>}
            {events.length > 0 && <Table events={events} />}
          </div>
        )}
      </Loaded>
      <More list={list} />
    </div>
  );
}

interface Happened {
  id: string;
  at: string;
  actor_kind: string;
  actor_name?: string | null | undefined;
  address?: string | null | undefined;
  surface: string;
  kind: string;
  changes?: unknown;
  data?: unknown;
}

function Table({ events }: { events: readonly Happened[] }) {
  const { t, lang } = useTexts();
  return (
    <table className="table cards">
      <thead>
        <tr>
          <th scope="col">{t('console-audit-when')}</th>
          <th scope="col">{t('console-audit-who')}</th>
          <th scope="col">{t('console-audit-what')}</th>
          <th scope="col">{t('console-audit-from')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td className="muted small">
              <time dateTime={event.at}>{moment(lang, event.at)}</time>
            </td>
            <td>
              {event.actor_name ?? t(event.actor_kind === 'service' ? 'console-actor-service' : 'console-actor-system')}
            </td>
            <td>
              <strong>{t(word('event', event.kind, KINDS))}</strong>
              {details(t, event.data).map((words) => (
                <div className="small" key={words}>
                  {words}
                </div>
              ))}
              {edits(t, event.changes).map(({ field, old, now }) => (
                <div className="small" key={field}>
                  <span className="muted">{field}</span>: <del>{old}</del> → <ins>{now}</ins>
                </div>
              ))}
            </td>
            <td className="muted small">
              {t(word('surface', event.surface, SURFACES))}
              {event.address && <div className="mono">{event.address}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The file is made by the server and kept by the browser; the name of the org goes with the request, so no plain link. */
function Export({ filter }: { filter: Filter }) {
  const { t } = useTexts();
  const take = useMutation({
    mutationFn: async () => {
      const params = { query: { ...filter, format: 'csv' as const } };
      const { data } = await api.GET('/api/v1/audit/export', { params, parseAs: 'blob' });
      const address = URL.createObjectURL(data as unknown as Blob);
      const link = Object.assign(document.createElement('a'), { href: address, download: 'events.csv' });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
  return (
    <div>
      <button type="button" className="button" disabled={take.isPending} onClick={() => take.mutate()}>
        {t('console-audit-export')}
      </button>
      <ErrorNote error={take.error} />
    </div>
  );
}
