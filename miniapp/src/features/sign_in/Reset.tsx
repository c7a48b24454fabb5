/** A new password, by the link that the bot sent. Every session ends with it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';

const PASSWORD_MIN = 10;

export function Reset() {
  const t = useT();
  const { hash } = useLocation(); // what follows the # reaches no server and no log
  const [password, setPassword] = useState('');
  const token = hash.slice(1);
  const reset = useMutation({
    mutationFn: () => api.POST('/api/v1/auth/password/reset', { body: { token, password } }),
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate();
      }}
    >
      <h2>{t('console-reset')}</h2>
      {reset.isSuccess ? (
        <p className="note good" role="status">
          {t('console-reset-done')}
        </p>
      ) : (
        <>
          <TextField
            label={t('console-password')}
            hint={t('console-password-hint', { count: PASSWORD_MIN })}
            type="password"
            autoComplete="new-password"
            minLength={PASSWORD_MIN}
            maxLength={128}
            wrong={wrongWith(reset.error, 'password')}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            required
          />
          <ErrorNote error={reset.error} fields={['password']} />
          <button type="submit" className="button primary wide" disabled={reset.isPending}>
            {t('console-save')}
          </button>
        </>
      )}
      <p>
        <Link to="/">{t('console-to-sign-in')}</Link>
      </p>
    </form>
  );
}
