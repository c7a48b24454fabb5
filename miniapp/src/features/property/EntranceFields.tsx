/** The number of an entrance and what opens its door, of a new one and of one that is there. */
import { useT } from '../../texts/Texts';
import { TextField, wrongWith } from '../../ui/Field';

interface Props {
  numberLabel: string;
  number: string;
  onNumber: (number: string) => void;
  code: string;
  onCode: (code: string) => void;
  error: unknown;
}

export function EntranceFields({ numberLabel, number, onNumber, code, onCode, error }: Props) {
  const t = useT();
  return (
    <>
      <TextField
        label={numberLabel}
        wrong={wrongWith(error, 'number')}
        inputMode="numeric"
        pattern="[0-9]*"
        value={number}
        onChange={(event) => onNumber(event.target.value)}
        maxLength={2}
        required
      />
      <TextField
        label={t('console-entrance-door-code')}
        wrong={wrongWith(error, 'door_code')}
        value={code}
        onChange={(event) => onCode(event.target.value)}
        maxLength={20}
        autoComplete="off"
      />
    </>
  );
}
