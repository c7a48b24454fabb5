/** An account and the org that it owns, together. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useTexts } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';

/** The shortest password that the server takes. */
const PASSWORD_MIN = 10;
const FIELDS = ['name', 'email', 'password', 'organization.name'];

export function Register({ onEnter }: { onEnter: () => void }) {
  const { t, lang } = useTexts();
  const [form, setForm] = useState({ organization: '', name: '', email: '', password: '' });
  const register = useMutation({
    mutationFn: () => {
      const { organization, name, email, password } = form;
      const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const body = {
        name,
        email: email.trim(),
        password,
        held: 'cookie' as const,
        organization: { name: organization, language: lang, time_zone },
      };
      return api.POST('/api/v1/auth/register', { body });
    },
    onSuccess: onEnter,
  });
  const field = (name: keyof typeof form, path: string) => ({
    name,
    value: form[name],
    wrong: wrongWith(register.error, path),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
    required: true,
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate();
      }}
    >
      <h2>{t('console-register')}</h2>
      <TextField
        label={t('console-organization-name')}
        hint={t('console-organization-name-hint')}
        maxLength={200}
        {...field('organization', 'organization.name')}
      />
      <TextField label={t('console-your-name')} autoComplete="name" maxLength={128} {...field('name', 'name')} />
      <TextField label={t('console-email')} type="email" autoComplete="username" {...field('email', 'email')} />
      <TextField
        label={t('console-password')}
        hint={t('console-password-hint', { count: PASSWORD_MIN })}
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        maxLength={128}
        {...field('password', 'password')}
      />
      <ErrorNote error={register.error} fields={FIELDS} />
      <button type="submit" className="button primary wide" disabled={register.isPending}>
        {t('console-register-deed')}
      </button>
      <p>
        <Link to="/">{t('console-have-account')}</Link>
      </p>
    </form>
  );
}
