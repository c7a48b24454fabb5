/** Who is on duty, one's own shift, the roster of a week, and who is away. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { Absences } from './Absences';
import { PlanShift } from './PlanShift';
import { weekFrom } from './times';

export function Shifts() {
  const { t } = useTexts();
  const may = useMay();
  return (
    <div className="stack">
      <h1>{t('console-shifts')}</h1>
      <OnDuty />
      <Roster />
      {may('shifts.manage') && <PlanShift />}
      <Absences />
    </div>
  );
}

function OnDuty() {
  const { t, lang } = useTexts();
  const tell = useTell();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const duty = useQuery({
    queryKey: ['shifts', 'on_duty'],
    queryFn: async () => (await api.GET('/api/v1/shifts/on_duty')).data!,
  });
  const done = async () => {
    setNote('');
    tell(t('console-saved'));
    await queries.invalidateQueries({ queryKey: ['shifts'] });
  };
  const begin = useMutation({ mutationFn: () => api.POST('/api/v1/shifts/begin'), onSuccess: done });
  const end = useMutation({ mutationFn: () => api.POST('/api/v1/shifts/end', { body: { note } }), onSuccess: done });
  return (
    <section className="card stack">
      <h2>{t('console-on-duty')}</h2>
      <Loaded query={duty}>
        {({ own, left, items }) => (
          <>
            {items.length === 0 && <p className="muted">{t('console-on-duty-none')}</p>}
            <ul className="list">
              {items.map((who) => (
                <li key={who.member_id} className="row apart">
                  <span>
                    {who.name} <span className="muted">{t(`console-duty-${who.duty}`)}</span>
                  </span>
                  <span className="muted small">
                    {t(who.is_begun ? 'console-shift-until' : 'console-shift-not-begun', {
                      when: moment(lang, who.until),
                    })}
                  </span>
                </li>
              ))}
            </ul>
            {left?.note && (
              <blockquote>
                <span className="muted small">{t('console-shift-left', { name: left.name })}</span>
                <br />
                {left.note}
              </blockquote>
            )}
            <ErrorNote error={begin.error ?? end.error} />
            {own?.begun_at ? (
              <form
                className="stack"
                onSubmit={(event) => {
                  event.preventDefault();
                  end.mutate();
                }}
              >
                <AreaField
                  label={t('console-shift-note')}
                  hint={t('console-shift-note-hint')}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                  maxLength={1000}
                  required
                />
                <div>
                  <button type="submit" className="button primary" disabled={end.isPending}>
                    {t('console-shift-end')}
                  </button>
                </div>
              </form>
            ) : (
              <div>
                <button
                  type="button"
                  className="button primary"
                  disabled={begin.isPending}
                  onClick={() => begin.mutate()}
                >
                  {t('console-shift-begin')}
                </button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Roster() {
  const { t, lang } = useTexts();
  const may = useMay();
  const queries = useQueryClient();
  const [weeks, setWeeks] = useState(0);
  const { from, to } = weekFrom(new Date(), weeks);
  const roster = useQuery({
    queryKey: ['shifts', from],
    queryFn: async () => (await api.GET('/api/v1/shifts', { params: { query: { from, to } } })).data!.items,
  });
  const cancel = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      api.DELETE('/api/v1/shifts/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}-"` } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['shifts'] }),
  });
  return (
    <section className="stack">
      <div className="row apart">
        <h2>{t('console-roster')}</h2>
        <span className="row">
          <button type="button" className="button small" onClick={() => setWeeks(weeks - 1)}>
            {t('console-week-before')}
          </button>
          <button type="button" className="button small" onClick={() => setWeeks(weeks + 1)}>
            {t('console-week-next')}
          </button>
        </span>
      </div>
      <ErrorNote error={cancel.error} />
      <Loaded query={roster}>
        {(items) => (
          <div className="card flush">
            {items.length === 0 && <Empty title={t('console-roster-none')}>{t('console-roster-none-hint')}</Empty>}
            <ul className="list">
              {items.map((shift) => (
                <li key={shift.id} className="row apart">
                  <span>
                    {moment(lang, shift.starts_at)} – {moment(lang, shift.ends_at)}
                    <br />
                    <strong>{shift.name}</strong> <span className="muted">{t(`console-duty-${shift.duty}`)}</span>
                    {shift.note && <span className="muted"> · «{shift.note}»</span>}
                  </span>
                  {may('shifts.manage') && !shift.begun_at && (
                    <button
                      type="button"
                      className="button small danger"
                      disabled={cancel.isPending}
                      onClick={() => cancel.mutate(shift)}
                    >
                      {t('console-shift-cancel')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </section>
  );
}
