/** One calendar: its hours by weekday, and the dates that differ. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { Intervals } from './Intervals';
import { DAYS, type Exception, inOrder, type Week } from './week';

interface Calendar {
  id: string;
  name: string;
  week: Week;
  exceptions: Exception[];
  is_chosen: boolean;
  version: number;
}

const FIELDS = ['name', 'week', 'exceptions'];

export function EditCalendar() {
  const t = useT();
  const { id = '' } = useParams();
  const calendar = useQuery({
    queryKey: ['calendars', id],
    queryFn: async () => tagged(await api.GET('/api/v1/calendars/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="stack">
      <p>
        <Link to="/calendars">{t('console-calendars')}</Link>
      </p>
      <Loaded query={calendar}>{(data) => <Editor key={data.version} calendar={data} />}</Loaded>
    </div>
  );
}

function Editor({ calendar }: { calendar: Tagged<Calendar> }) {
  const t = useT();
  const mayManage = useMay()('settings.manage');
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState(calendar.name);
  const [week, setWeek] = useState<Week>(calendar.week);
  const [exceptions, setExceptions] = useState<Exception[]>(calendar.exceptions);
  const [isDeleting, setDeleting] = useState(false);
  const params = { path: { id: calendar.id }, header: { 'If-Match': calendar.etag } };
  const refresh = () => queries.invalidateQueries({ queryKey: ['calendars'] });
  const save = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/calendars/{id}', { params, body: { name, week, exceptions: inOrder(exceptions) } }),
    onSuccess: async () => {
      tell(t('console-saved'));
      await refresh();
    },
  });
  const choose = useMutation({
    mutationFn: () => api.POST('/api/v1/calendars/{id}/choose', { params: { path: { id: calendar.id } } }),
    onSuccess: async () => {
      tell(t('console-saved'));
      await refresh();
    },
  });
  const remove = async () => {
    await api.DELETE('/api/v1/calendars/{id}', { params });
    void navigate('/calendars', { replace: true });
    await queries.invalidateQueries({ queryKey: ['calendars'], exact: true });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="row apart">
        <h1>{calendar.name}</h1>
        {calendar.is_chosen && <span className="tag">{t('console-calendar-chosen')}</span>}
      </div>
      <div className="card stack">
        <TextField
          label={t('console-calendar-name')}
          wrong={wrongWith(save.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          disabled={!mayManage}
          required
        />
        <fieldset className="hours">
          <legend className="label">{t('console-calendar-week')}</legend>
          <p className="muted small">{t('console-calendar-week-hint')}</p>
          {DAYS.map((day) => (
            <div className="hours-day" key={day}>
              <span>{t(`console-day-${day}`)}</span>
              <Intervals
                of={t(`console-day-${day}`)}
                hours={week[day] ?? []}
                onChange={(hours) => setWeek({ ...week, [day]: hours })}
                disabled={!mayManage}
              />
            </div>
          ))}
          <span className="wrong">{wrongWith(save.error, 'week')}</span>
        </fieldset>
      </div>
      <Dates exceptions={exceptions} onChange={setExceptions} disabled={!mayManage} />
      <span className="wrong">{wrongWith(save.error, 'exceptions')}</span>
      <ErrorNote error={save.error ?? choose.error} fields={FIELDS} />
      {mayManage && (
        <div className="row stays">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {t('console-save')}
          </button>
          {!calendar.is_chosen && (
            <button type="button" className="button" disabled={choose.isPending} onClick={() => choose.mutate()}>
              {t('console-calendar-choose')}
            </button>
          )}
          <button type="button" className="button danger" onClick={() => setDeleting(true)}>
            {t('console-calendar-delete')}
          </button>
        </div>
      )}
      {isDeleting && (
        <Confirm
          title={t('console-calendar-delete')}
          deed={t('console-delete')}
          onYes={remove}
          onClose={() => setDeleting(false)}
        >
          {t('console-calendar-delete-hint', { name: calendar.name })}
        </Confirm>
      )}
    </form>
  );
}

interface DatesProps {
  exceptions: Exception[];
  onChange: (exceptions: Exception[]) => void;
  disabled: boolean;
}

/** Holidays, short days and extra working days. */
function Dates({ exceptions, onChange, disabled }: DatesProps) {
  const t = useT();
  const [date, setDate] = useState('');
  const change = (at: number, exception: Partial<Exception>) =>
    onChange(exceptions.map((it, index) => (index === at ? { ...it, ...exception } : it)));
  return (
    <section className="card stack">
      <h2>{t('console-calendar-exceptions')}</h2>
      <p className="muted small">{t('console-calendar-exceptions-hint')}</p>
      {exceptions.map((exception, at) => (
        <div className="hours-day" key={exception.date}>
          <span className="stack tight">
            <strong>{exception.date}</strong>
            <input
              type="text"
              aria-label={`${exception.date}: ${t('console-calendar-note')}`}
              placeholder={t('console-calendar-note')}
              value={exception.note ?? ''}
              onChange={(event) => change(at, { note: event.target.value })}
              maxLength={80}
              disabled={disabled}
            />
          </span>
          <span className="stack tight">
            <Intervals
              of={exception.date}
              hours={exception.hours ?? []}
              onChange={(hours) => change(at, { hours })}
              disabled={disabled}
            />
            {!disabled && (
              <button
                type="button"
                className="button small"
                onClick={() => onChange(exceptions.filter((_, index) => index !== at))}
              >
                {t('console-calendar-remove-date')}
              </button>
            )}
          </span>
        </div>
      ))}
      {!disabled && (
        <div className="row">
          <input
            type="date"
            aria-label={t('console-calendar-date')}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <button
            type="button"
            className="button small"
            disabled={!date || exceptions.some((exception) => exception.date === date)}
            onClick={() => {
              onChange(inOrder([...exceptions, { date, hours: [], note: '' }]));
              setDate('');
            }}
          >
            {t('console-calendar-add-date')}
          </button>
        </div>
      )}
    </section>
  );
}
