/** The hours of each weekday. A day that is not ticked is a day off. */
import { useT } from '../../texts/Texts';
import { changed, type Day, DAYS, toggled, type Week } from './hours';

interface Props {
  week: Week;
  onChange: (week: Week) => void;
  wrong?: string | undefined;
}

export function WorkingHours({ week, onChange, wrong }: Props) {
  const t = useT();
  const time = (day: Day, part: 'from' | 'to') => (
    <input
      type="text"
      inputMode="numeric"
      pattern="([01]\d|2[0-4]):[0-5]\d"
      maxLength={5}
      aria-label={`${t(`console-day-${day}`)}: ${t(part === 'from' ? 'console-hours-from' : 'console-hours-to')}`}
      value={week[day]?.[part] ?? ''}
      onChange={(event) => onChange(changed(week, day, part, event.target.value))}
      required
    />
  );
  return (
    <fieldset className="hours">
      <legend className="label">{t('console-working-hours')}</legend>
      <p className="muted small">{t('console-working-hours-hint')}</p>
      {DAYS.map((day) => (
        <div className="hours-day" key={day}>
          <label className="tick">
            <input type="checkbox" checked={!!week[day]} onChange={() => onChange(toggled(week, day))} />
            {t(`console-day-${day}`)}
          </label>
          {week[day] ? (
            <span className="hours-times">
              {time(day, 'from')} – {time(day, 'to')}
            </span>
          ) : (
            <span className="muted">{t('console-day-off')}</span>
          )}
        </div>
      ))}
      {wrong && <span className="wrong">{wrong}</span>}
    </fieldset>
  );
}
