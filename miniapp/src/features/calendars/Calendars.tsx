/** «Рабочее время»: the calendars of the org, which one is its own, and the ready ones to begin with. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { Assignment } from './Assignment';
import { Timeouts } from './Timeouts';
import { grouped, isAlways, shown, type Week } from './week';

export function Calendars() {
  const t = useT();
  const may = useMay();
  const calendars = useQuery({
    queryKey: ['calendars'],
    queryFn: async () => (await api.GET('/api/v1/calendars')).data!.items,
  });
  return (
    <div className="stack">
      <h1>{t('console-calendars')}</h1>
      <p className="muted">{t('console-calendars-hint')}</p>
      <Loaded query={calendars}>
        {(items) => (
          <>
            <div className="card flush">
              {items.length === 0 && (
                <Empty title={t('console-calendars-none')}>{t('console-calendars-none-hint')}</Empty>
              )}
              <ul className="list">
                {items.map(({ id, name, week, exceptions, is_chosen }) => (
                  <li key={id} className="row apart">
                    <span>
                      <Link to={`/calendars/${id}`}>{name}</Link>
                      <br />
                      <span className="muted small">
                        <Summary week={week} />
                        {exceptions.length > 0 && ` · ${t('console-calendar-dates', { count: exceptions.length })}`}
                      </span>
                    </span>
                    {is_chosen && <span className="tag">{t('console-calendar-chosen')}</span>}
                  </li>
                ))}
              </ul>
            </div>
            <Assignment />
            <Timeouts />
            {may('settings.manage') && <Presets names={items.map(({ name }) => name)} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** `Понедельник – Пятница 09:00–18:00` */
export function Summary({ week }: { week: Week }) {
  const t = useT();
  if (isAlways(week)) return t('console-calendar-always');
  const days = grouped(week).map(({ first, last, hours }) => {
    const from = t(`console-day-${first}`);
    return `${first === last ? from : `${from} – ${t(`console-day-${last}`)}`} ${shown(hours)}`;
  });
  return days.join('; ');
}

/** One tap makes a calendar of a preset; the first one is the org's own. */
function Presets({ names }: { names: string[] }) {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  const presets = useQuery({
    queryKey: ['calendars', 'presets'],
    queryFn: async () => (await api.GET('/api/v1/calendars/presets')).data!.items,
  });
  const create = useMutation({
    mutationFn: (code: string) => {
      const wanted = t(`console-calendar-preset-${code.replaceAll('_', '-')}`);
      const taken = names.filter((name) => name.startsWith(wanted)).length;
      const name = taken > 0 ? `${wanted} ${taken + 1}` : wanted;
      return api.POST('/api/v1/calendars', { body: { name, preset: code, exceptions: [] } });
    },
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['calendars'] });
    },
  });
  return (
    <section className="stack">
      <h2>{t('console-calendar-presets')}</h2>
      <ErrorNote error={create.error} />
      <Loaded query={presets}>
        {(items) => (
          <div className="card flush">
            <ul className="list">
              {items.map(({ code, week, norms }) => (
                <li key={code} className="stack tight">
                  <div className="row apart">
                    <span>
                      <strong>{t(`console-calendar-preset-${code.replaceAll('_', '-')}`)}</strong>
                      <br />
                      <span className="muted small">
                        <Summary week={week} />
                      </span>
                    </span>
                    <button
                      type="button"
                      className="button small"
                      disabled={create.isPending}
                      onClick={() => create.mutate(code)}
                    >
                      {t('console-calendar-take')}
                    </button>
                  </div>
                  {norms.length > 0 && (
                    <ul className="muted small">
                      {norms.map(({ what, minutes }) => (
                        <li key={what}>
                          {t(`console-norm-${what.replaceAll('_', '-')}`, { minutes, hours: minutes / 60 })}
                        </li>
                      ))}
                    </ul>
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
