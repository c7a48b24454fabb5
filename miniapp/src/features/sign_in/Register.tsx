/** An account and the org that it owns, together. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useTexts } from '../../texts/Texts';
import { TextField, wrongWith } from '../../ui/Field';
import { NewPassword } from '../../ui/NewPassword';
import { DoorForm } from './DoorForm';

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
    <DoorForm
      title={t('console-register')}
      mutation={register}
      deed={t('console-register-deed')}
      fields={FIELDS}
      footer={
        <p>
          <Link to="/">{t('console-have-account')}</Link>
        </p>
      }
    >
      <TextField
        label={t('console-organization-name')}
        hint={t('console-organization-name-hint')}
        maxLength={200}
        {...field('organization', 'organization.name')}
      />
      <TextField label={t('console-your-name')} autoComplete="name" maxLength={128} {...field('name', 'name')} />
      <TextField label={t('console-email')} type="email" autoComplete="username" {...field('email', 'email')} />
      <NewPassword label={t('console-password')} {...field('password', 'password')} />
    </DoorForm>
  );
}
