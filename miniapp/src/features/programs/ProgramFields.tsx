/** What a program is called, where it is, and what it may do: the same fields when it is made and when it is changed. */
import type { Chosen } from '../../api/grants';
import { useT } from '../../texts/Texts';
import { AreaField, TextField, wrongWith } from '../../ui/Field';
import { GrantFields } from '../../ui/GrantFields';

export interface Written {
  name: string;
  scopes: Chosen;
  /** One to a line. */
  from: string;
  back: string;
}

/** The fields that the form shows what is wrong with beside. */
export const FIELDS = ['name', 'allowed_from', 'redirect_uris'];

/** What was written one to a line. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

interface Props {
  value: Written;
  error: unknown;
  onChange: (value: Written) => void;
}

export function ProgramFields({ value, error, onChange }: Props) {
  const t = useT();
  return (
    <>
      <div className="card stack">
        <TextField
          label={t('console-program-name')}
          hint={t('console-program-name-hint')}
          wrong={wrongWith(error, 'name')}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
          maxLength={100}
          required
        />
        <AreaField
          label={t('console-program-from')}
          hint={t('console-program-from-hint')}
          wrong={wrongWith(error, 'allowed_from')}
          value={value.from}
          onChange={(event) => onChange({ ...value, from: event.target.value })}
          rows={2}
        />
        <AreaField
          label={t('console-program-back')}
          hint={t('console-program-back-hint')}
          wrong={wrongWith(error, 'redirect_uris')}
          value={value.back}
          onChange={(event) => onChange({ ...value, back: event.target.value })}
          rows={2}
        />
      </div>
      <h2>{t('console-program-scopes')}</h2>
      <p className="muted">{t('console-program-scopes-hint')}</p>
      <GrantFields value={value.scopes} onChange={(scopes) => onChange({ ...value, scopes })} />
    </>
  );
}
