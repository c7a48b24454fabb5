/** The stretches of work of one day. None: a day off. */
import { useT } from '../../texts/Texts';
import { added, changed, type Interval, removed } from './week';

interface Props {
  /** Of which day, for a screen reader. */
  of: string;
  hours: readonly Interval[];
  onChange: (hours: Interval[]) => void;
  disabled: boolean;
}

export function Intervals({ of, hours, onChange, disabled }: Props) {
  const t = useT();
  const time = (at: number, part: keyof Interval) => (
    <input
      type="text"
      inputMode="numeric"
      pattern="([01]\d|2[0-4]):[0-5]\d"
      maxLength={5}
      aria-label={`${of}: ${t(part === 'from' ? 'console-hours-from' : 'console-hours-to')}`}
      value={hours[at]![part]}
      onChange={(event) => onChange(changed(hours, at, part, event.target.value))}
      disabled={disabled}
      required
    />
  );
  return (
    <div className="stack tight">
      {hours.length === 0 && <span className="muted">{t('console-day-off')}</span>}
      {hours.map((_, at) => (
        <span className="hours-times" key={at}>
          {time(at, 'from')} – {time(at, 'to')}{' '}
          {!disabled && (
            <button type="button" className="button small" onClick={() => onChange(removed(hours, at))}>
              {t('console-calendar-remove-hours')}
            </button>
          )}
        </span>
      ))}
      {!disabled && hours.length < 6 && (
        <button
          type="button"
          className="button small"
          aria-label={`${of}: ${t('console-calendar-add-hours')}`}
          onClick={() => onChange(added(hours))}
        >
          {t('console-calendar-add-hours')}
        </button>
      )}
    </div>
  );
}
