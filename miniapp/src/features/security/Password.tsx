/** A new password; for whoever came from Telegram, the first one, with the address to sign in with. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { useTell } from '../../ui/Toasts';

const PASSWORD_MIN = 10;
const EMPTY = { current: '', next: '', email: '' };
const FIELDS = ['current_password', 'new_password', 'email'];

export function Password() {
  const t = useT();
  const tell = useTell();
  const [form, setForm] = useState(EMPTY);
  const change = useMutation({
    mutationFn: () => {
      const email = form.email.trim();
      const body = {
        new_password: form.next,
        ...(form.current && { current_password: form.current }),
        ...(email && { email }),
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
      <TextField
        label={t('console-password-new')}
        hint={t('console-password-hint', { count: PASSWORD_MIN })}
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        maxLength={128}
        required
        {...field('next', 'new_password')}
      />
      <TextField
        label={t('console-email')}
        hint={t('console-email-change-hint')}
        type="email"
        autoComplete="username"
        {...field('email', 'email')}
      />
      <ErrorNote error={change.error} fields={FIELDS} />
      <div>
        <button type="submit" className="button primary" disabled={change.isPending}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}
