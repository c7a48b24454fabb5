/** What a time looked like for whoever answers for safety: signs of trouble day by day, and who is at work at all. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import type { components } from '../../api/schema';
import { useTexts } from '../../texts/Texts';
import { date, moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { SURFACES, word } from './filter';
import { latest, moments } from './period';

type Report = components['schemas']['AuditReport'];
type Day = Report['security'][number];

/** What is counted per day, in the order of the columns; each has a text of its own. */
const COUNTS = [
  'sign_ins',
  'new_devices',
  'failures',
  'sessions_ended',
  'role_changes',
  'exports',
] as const satisfies readonly (keyof Day)[];

export function Reports() {
  const { t } = useTexts();
  const [period, setPeriod] = useState(() => latest());
  const isWhole = period.since !== '' && period.until !== '';
  const report = useQuery({
    queryKey: ['audit', 'reports', period],
    queryFn: async () => (await api.GET('/api/v1/audit/reports', { params: { query: moments(period) } })).data!,
    enabled: isWhole,
  });
  const set = (field: 'since' | 'until') => ({
    type: 'date',
    required: true,
    value: period[field],
    onChange: (event: { target: { value: string } }) => setPeriod({ ...period, [field]: event.target.value }),
  });
  return (
    <div className="stack">
      <h1>{t('console-reports')}</h1>
      <div className="card filters">
        <TextField label={t('console-since')} {...set('since')} />
        <TextField label={t('console-until')} {...set('until')} />
      </div>
      <Loaded query={report}>
        {({ security, activity }) => (
          <>
            <h2>{t('console-report-security')}</h2>
            <Security days={security} />
            <h2>{t('console-report-activity')}</h2>
            <Activity people={activity} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Security({ days }: { days: Report['security'] }) {
  const { t, lang } = useTexts();
  if (days.length === 0) return <Quiet />;
  return (
    <div className="card flush">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('console-report-day')}</th>
            <th scope="col">{t('console-audit-who')}</th>
            <th scope="col">{t('console-audit-what')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={`${day.day} ${day.person_id}`}>
              <td className="muted small unbroken">{date(lang, day.day)}</td>
              <td>{day.name ?? t('console-report-nobody')}</td>
              <td>
                <span className="row">
                  {COUNTS.filter((count) => day[count] > 0).map((count) => (
                    <span key={count} className={count === 'failures' ? 'tag bad' : 'tag'}>
                      {t(`console-report-${count.replaceAll('_', '-')}`, { count: day[count] })}
                    </span>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Activity({ people }: { people: Report['activity'] }) {
  const { t, lang } = useTexts();
  if (people.length === 0) return <Quiet />;
  return (
    <div className="card flush">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('console-audit-who')}</th>
            <th scope="col">{t('console-audit-what')}</th>
            <th scope="col">{t('console-audit-from')}</th>
            <th scope="col">{t('console-report-last')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ person_id, name, events, days, surfaces, last_at }) => (
            <tr key={person_id}>
              <td>{name}</td>
              <td>
                {t('console-report-events', { count: events })} · {t('console-report-days', { count: days })}
              </td>
              <td className="muted small">
                {surfaces.map((surface) => t(word('surface', surface, SURFACES))).join(', ')}
              </td>
              <td className="muted small">
                <time dateTime={last_at}>{moment(lang, last_at)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Quiet() {
  const { t } = useTexts();
  return (
    <div className="card flush">
      <Empty title={t('console-report-none')}>{t('console-report-none-hint')}</Empty>
    </div>
  );
}
