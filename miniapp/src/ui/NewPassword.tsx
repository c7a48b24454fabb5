/** The field for a password that is to be set. */
import type { ComponentProps } from 'react';

import { useT } from '../texts/Texts';
import { TextField } from './Field';

/** The shortest and the longest password that the server takes. */
const [MIN, MAX] = [10, 128];

export function NewPassword(props: Pick<ComponentProps<typeof TextField>, 'label' | 'wrong' | 'value' | 'onChange'>) {
  const t = useT();
  return (
    <TextField
      hint={t('console-password-hint', { count: MIN })}
      type="password"
      autoComplete="new-password"
      minLength={MIN}
      maxLength={MAX}
      required
      {...props}
    />
  );
}
