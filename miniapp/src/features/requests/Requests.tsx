/** Requests: found by words and by a filter that is kept in the address; one of them beside the list, or on a page. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api/client';
import { named } from '../../api/categories';
import { useT, useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { useSettled } from '../../ui/useSettled';
import { Filters } from './Filters';
import { asked, change, type Filter, isNarrowed, read } from './filter';
import { NewRequest } from './NewRequest';
import { requestQuery, useEyes } from './queries';
import { isOverdue, type Line } from './rules';
import { RequestView } from './RequestView';
import { priorityText, statusLook, statusText } from './words';

function useFilter(): [Filter, (changes: Partial<Filter>) => void] {
  const [params, setParams] = useSearchParams();
  return [read(params), (changes) => setParams((before) => change(before, changes), { replace: true })];
}

function useList(filter: Filter, member: string | undefined) {
  const q = useSettled(filter.q.trim());
  const wanted = asked({ ...filter, q }, member);
  return usePages(['requests', 'list', wanted], async (after) => {
    const query = { limit: 50, ...wanted, ...(after && { after }) };
    return (await api.GET('/api/v1/requests', { params: { query } })).data!;
  });
}

function NoRequests({ isFiltered }: { isFiltered: boolean }) {
  const t = useT();
  return (
    <Empty title={t(isFiltered ? 'console-requests-not-found' : 'console-requests-none')}>
      {t(isFiltered ? 'console-requests-not-found-hint' : 'console-requests-none-hint')}
    </Empty>
  );
}

/** Whether the filter would push the list out of sight. */
const isNarrow = () => matchMedia('(max-width: 719px)').matches;

/** The console's: a table, and the one that is open at its side. */
export function RequestsTable() {
  const t = useT();
  const eyes = useEyes();
  const [filter, setFilter] = useFilter();
  const [params, setParams] = useSearchParams();
  const [isFiling, setFiling] = useState(false);
  const list = useList(filter, eyes.member);
  const open = params.get('open');
  const show = (id: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (id) next.set('open', id);
      else next.delete('open');
      return next;
    });
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-requests')}</h1>
        {eyes.granted['requests.create'] && (
          <button type="button" className="button primary" onClick={() => setFiling(true)}>
            {t('console-request-file')}
          </button>
        )}
      </div>
      <Filters filter={filter} onChange={setFilter} isFolded={isNarrow()} />
      <Loaded query={list}>
        {(lines) => (
          <div className="card flush">
            {lines.length === 0 && <NoRequests isFiltered={isNarrowed(filter)} />}
            {lines.length > 0 && (
              <table className="table cards requests">
                <thead>
                  <tr>
                    <th>№</th>
                    <th>{t('console-request-about')}</th>
                    <th>{t('console-request-where')}</th>
                    <th>{t('console-request-status')}</th>
                    <th>{t('console-request-assignee')}</th>
                    <th>{t('console-request-due')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <Row key={line.id} line={line} isOpen={line.id === open} onOpen={() => show(line.id)} />
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )}
      </Loaded>
      <More list={list} />
      {open && (
        <Panel onClose={() => show(null)}>
          <Opened key={open} id={open} onOpen={show} />
        </Panel>
      )}
      {isFiling && (
        <NewRequest
          onFiled={(id) => {
            setFiling(false);
            show(id);
          }}
          onClose={() => setFiling(false)}
        />
      )}
    </div>
  );
}

function Row({ line, isOpen, onOpen }: { line: Line; isOpen: boolean; onOpen: () => void }) {
  const { t, lang } = useTexts();
  return (
    <tr className={isOpen ? 'chosen' : undefined}>
      <td>
        <button type="button" className="link" onClick={onOpen}>
          №{line.number}
        </button>
      </td>
      <td>
        <span className="line-title">
          {line.icon} {named(lang, line.category)}
        </span>
        <Priority code={line.priority} />
        <span className="muted small line-words">{line.words}</span>
      </td>
      <td className="small">
        {[line.address, line.unit && t('console-request-unit', { number: line.unit })].filter(Boolean).join(', ')}
      </td>
      <td>
        <span className={`tag ${statusLook(line.status)}`}>{t(statusText(line.status))}</span>
      </td>
      <td className="small">{line.assignee_name ?? <span className="muted">—</span>}</td>
      <td className="small">
        <Due line={line} />
      </td>
    </tr>
  );
}

/** Only what is not as usual is told. */
export function Priority({ code }: { code: string }) {
  const t = useT();
  if (code === 'normal' || code === 'low') return null;
  return <span className={code === 'emergency' ? 'tag bad' : 'tag warn'}>{t(priorityText(code))}</span>;
}

export function Due({ line }: { line: Pick<Line, 'status' | 'due_at' | 'stopped_at'> }) {
  const { t, lang } = useTexts();
  if (!line.due_at) return null;
  const isLate = isOverdue(line);
  return (
    <time dateTime={line.due_at} className={isLate ? 'wrong' : undefined}>
      {isLate && '⏰ '}
      {line.stopped_at ? t('console-request-clock-stands') : moment(lang, line.due_at)}
    </time>
  );
}

/** What is open lies over the right side of the page; the list stays where it is. */
function Panel({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useT();
  return (
    <aside className="drawer" aria-label={t('console-request-one')}>
      <button type="button" className="button small close" onClick={onClose}>
        {t('console-close')}
      </button>
      {children}
    </aside>
  );
}

function Opened({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const query = useQuery(requestQuery(id));
  return <Loaded query={query}>{(one) => <RequestView request={one} onOpen={onOpen} />}</Loaded>;
}

/** The mini-app's: three lists that one asks for most, and the filter where it is wanted. */
export function RequestList() {
  const { t, lang } = useTexts();
  const eyes = useEyes();
  const [filter, setFilter] = useFilter();
  const [params] = useSearchParams();
  const isStaff = eyes.member !== undefined;
  const list = useList(isStaff ? filter : { ...filter, status: filter.status || 'any' }, eyes.member);
  const canFile = !isStaff && 'requests.create' in eyes.granted;
  return (
    <>
      <div className="row apart">
        <h1>{t(isStaff ? 'console-requests' : 'miniapp-my-requests')}</h1>
        {canFile && (
          <Link className="button primary small" to="/requests/new">
            {t('miniapp-file')}
          </Link>
        )}
      </div>
      {isStaff && (
        <div className="segments" role="group" aria-label={t('console-request-assignee')}>
          {(
            [
              ['me', 'miniapp-requests-mine'],
              ['none', 'miniapp-requests-free'],
              ['', 'miniapp-requests-all'],
            ] as const
          ).map(([assignee, label]) => (
            <button
              key={label}
              type="button"
              aria-pressed={filter.assignee === assignee}
              onClick={() => setFilter({ assignee })}
            >
              {t(label)}
            </button>
          ))}
        </div>
      )}
      {isStaff && <Filters filter={filter} onChange={setFilter} isFolded />}
      <Loaded query={list}>
        {(lines) => (
          <div className="card flush">
            {lines.length === 0 && <NoRequests isFiltered={isStaff && isNarrowed(filter)} />}
            {lines.map((line) => (
              <Link key={line.id} className="entry" to={`/requests/${line.id}?${params.toString()}`}>
                <span className="entry-icon" aria-hidden="true">
                  {line.icon}
                </span>
                <span className="grow stack tight">
                  <span className="row apart">
                    <strong>
                      №{line.number} · {named(lang, line.category)}
                    </strong>
                    <span className={`tag ${statusLook(line.status)}`}>{t(statusText(line.status))}</span>
                  </span>
                  <span className="small">{line.words}</span>
                  <span className="muted small row">
                    {isStaff && (
                      <span>
                        {[line.address, line.unit && t('console-request-unit', { number: line.unit })]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                    )}
                    <Priority code={line.priority} />
                    {isOverdue(line) && <span className="wrong">⏰ {t('console-request-overdue')}</span>}
                  </span>
                </span>
              </Link>
            ))}
          </div>
        )}
      </Loaded>
      <More list={list} />
    </>
  );
}
