/** A new password; for whoever came from Telegram, the first one. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { NewPassword } from '../../ui/NewPassword';
import { useTell } from '../../ui/Toasts';

const EMPTY = { current: '', next: '' };
const FIELDS = ['current_password', 'new_password'];

export function Password() {
  const t = useT();
  const tell = useTell();
  const [form, setForm] = useState(EMPTY);
  const change = useMutation({
    mutationFn: () => {
      const body = {
        new_password: form.next,
        ...(form.current && { current_password: form.current }),
      };
      return api.POST('/api/v1/me/password', { body });
    },
    onSuccess: () => {
      setForm(EMPTY);
      tell(t('console-password-changed'));
    },
  });
  const field = (name: keyof typeof form, path: string) => ({
    value: form[name],
    wrong: wrongWith(change.error, path),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <h2>{t('console-password')}</h2>
      <p className="muted">{t('console-password-change-hint')}</p>
      <TextField
        label={t('console-password-current')}
        hint={t('console-password-current-hint')}
        type="password"
        autoComplete="current-password"
        {...field('current', 'current_password')}
      />
      <NewPassword label={t('console-password-new')} {...field('next', 'new_password')} />
      <ErrorNote error={change.error} fields={FIELDS} />
      <div>
        <button type="submit" className="button primary" disabled={change.isPending}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}
