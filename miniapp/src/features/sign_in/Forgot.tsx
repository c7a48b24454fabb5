/** A forgotten password: the bot sends a link. Whether the address is known is not told here. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';

export function Forgot() {
  const t = useT();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => api.POST('/api/v1/auth/password/forgot', { body: { email: email.trim() } }),
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <h2>{t('console-forgot')}</h2>
      {ask.isSuccess ? (
        <p className="note good" role="status">
          {t('console-forgot-sent')}
        </p>
      ) : (
        <>
          <p className="muted">{t('console-forgot-hint')}</p>
          <TextField
            label={t('console-email')}
            type="email"
            autoComplete="username"
            wrong={wrongWith(ask.error, 'email')}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
          />
          <ErrorNote error={ask.error} fields={['email']} />
          <button type="submit" className="button primary wide" disabled={ask.isPending}>
            {t('console-forgot-deed')}
          </button>
        </>
      )}
      <p>
        <Link to="/">{t('console-to-sign-in')}</Link>
      </p>
    </form>
  );
}
