/** From when until when somebody is on duty, or away. */
import { useT } from '../../texts/Texts';
import { TextField, wrongWith } from '../../ui/Field';

interface Props {
  from: string;
  onFrom: (from: string) => void;
  to: string;
  onTo: (to: string) => void;
  error: unknown;
}

export function PeriodFields({ from, onFrom, to, onTo, error }: Props) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('console-hours-from')}
        type="datetime-local"
        wrong={wrongWith(error, 'starts_at')}
        value={from}
        onChange={(event) => onFrom(event.target.value)}
        required
      />
      <TextField
        label={t('console-hours-to')}
        type="datetime-local"
        wrong={wrongWith(error, 'ends_at')}
        value={to}
        onChange={(event) => onTo(event.target.value)}
        required
      />
    </>
  );
}
