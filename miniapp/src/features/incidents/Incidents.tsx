/** Incidents: the list, and one of them beside it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { named } from '../../api/categories';
import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT, useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { Declare } from './Declare';
import { IncidentView } from './IncidentView';
import { incidentQuery, type Line, openIncidents, placeOf, stageText, stateLook, stateText } from './queries';

/** The console's: a table, and the one that is open at its side. */
export function IncidentsTable() {
  const { t, lang } = useTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const [isDeclaring, setDeclaring] = useState(false);
  const onlyOpen = params.get('all') !== 'yes';
  const open = params.get('open');
  const set = (key: string, value: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    });
  const list = usePages(['incidents', 'list', onlyOpen], async (after) => {
    const query = { limit: 50, ...(onlyOpen && { open: true }), ...(after && { after }) };
    return (await api.GET('/api/v1/incidents', { params: { query } })).data!;
  });
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-incidents')}</h1>
        {may('requests.assign') && (
          <button type="button" className="button primary" onClick={() => setDeclaring(true)}>
            {t('console-incident-declare')}
          </button>
        )}
      </div>
      <div className="segments" role="group" aria-label={t('console-incidents')}>
        <button type="button" aria-pressed={onlyOpen} onClick={() => set('all', null)}>
          {t('console-incidents-open')}
        </button>
        <button type="button" aria-pressed={!onlyOpen} onClick={() => set('all', 'yes')}>
          {t('console-incidents-all')}
        </button>
      </div>
      <Loaded query={list}>
        {(lines) => (
          <div className="card flush">
            {lines.length === 0 && (
              <Empty title={t('console-incidents-none')}>{t('console-incidents-none-hint')}</Empty>
            )}
            {lines.length > 0 && (
              <table className="table cards">
                <thead>
                  <tr>
                    <th>№</th>
                    <th>{t('console-request-about')}</th>
                    <th>{t('console-request-where')}</th>
                    <th>{t('console-request-status')}</th>
                    <th>{t('console-incident-people')}</th>
                    <th>{t('console-request-filed')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.id} className={line.id === open ? 'chosen' : undefined}>
                      <td>
                        <button type="button" className="link" onClick={() => set('open', line.id)}>
                          №{line.number}
                        </button>
                      </td>
                      <td>
                        {line.icon} {named(lang, line.category)}
                      </td>
                      <td className="small">{placeOf(line, t)}</td>
                      <td>
                        <State line={line} />
                      </td>
                      <td className="small">{line.people}</td>
                      <td className="small">{moment(lang, line.created_at)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )}
      </Loaded>
      <More list={list} />
      {open && (
        <aside className="drawer" aria-label={t('console-incident-one')}>
          <button type="button" className="button small close" onClick={() => set('open', null)}>
            {t('console-close')}
          </button>
          <Opened key={open} id={open} />
        </aside>
      )}
      {isDeclaring && (
        <Declare
          onDeclared={(id) => {
            setDeclaring(false);
            set('open', id);
          }}
          onClose={() => setDeclaring(false)}
        />
      )}
    </div>
  );
}

function State({ line }: { line: Line }) {
  const t = useT();
  return (
    <>
      <span className={`tag ${stateLook(line.state)}`}>{t(stateText(line.state))}</span>
      {line.state === 'declared' && line.stage && <span className="muted small"> {t(stageText(line.stage))}</span>}
    </>
  );
}

function Opened({ id }: { id: string }) {
  const query = useQuery(incidentQuery(id));
  return <Loaded query={query}>{(one) => <IncidentView incident={one} isConsole />}</Loaded>;
}

/** A page of its own, in the mini-app. */
export function IncidentPage() {
  const { id = '' } = useParams();
  const query = useQuery(incidentQuery(id));
  return <Loaded query={query}>{(one) => <IncidentView incident={one} />}</Loaded>;
}

/** What is wrong now where the person lives or works: on the first page of the mini-app, and nothing when nothing is. */
export function Now() {
  const { t, lang } = useTexts();
  const may = useMay();
  const lines = useQuery({ ...openIncidents, enabled: may('requests.read') }).data ?? [];
  if (lines.length === 0) return null;
  return (
    <section className="card flush" aria-label={t('console-incidents')}>
      {lines.map((line) => (
        <Link key={line.id} className="entry" to={`/incidents/${line.id}`}>
          <span className="entry-icon" aria-hidden="true">
            🚨
          </span>
          <span className="grow stack tight">
            <strong>
              {line.icon} {named(lang, line.category)}
            </strong>
            <span className="small">{placeOf(line, t)}</span>
            <span className="row">
              <State line={line} />
            </span>
            {line.words && <span>{line.words}</span>}
            {line.expected_at && (
              <span className="muted small">
                {t('console-incident-until', { time: moment(lang, line.expected_at) })}
              </span>
            )}
          </span>
        </Link>
      ))}
    </section>
  );
}
