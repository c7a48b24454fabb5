/** The door of the console: an e-mail and a password, and a code where somebody asked to be asked for one. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';

const held = 'cookie';
/** The second step took too long: it begins again with the password. */
const OVER = 'mfa_over';

export function SignIn({ onEnter }: { onEnter: () => void }) {
  const t = useT();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [token, setToken] = useState<string>();
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: async () => (await api.GET('/api/v1/auth/ways')).data!,
    staleTime: Infinity,
  });
  const first = useMutation({
    mutationFn: async () =>
      (await api.POST('/api/v1/auth/login', { body: { email: email.trim(), password, held } })).data!,
    onSuccess: (answer) => ('mfa_token' in answer ? setToken(answer.mfa_token) : onEnter()),
  });
  if (token) return <Code token={token} onEnter={onEnter} onOver={() => setToken(undefined)} />;
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        first.mutate();
      }}
    >
      <h2>{t('console-sign-in')}</h2>
      <TextField
        label={t('console-email')}
        type="email"
        autoComplete="username"
        wrong={wrongWith(first.error, 'email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        required
      />
      <TextField
        label={t('console-password')}
        type="password"
        autoComplete="current-password"
        wrong={wrongWith(first.error, 'password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        required
      />
      <ErrorNote error={first.error} fields={['email', 'password']} />
      <button type="submit" className="button primary wide" disabled={first.isPending}>
        {t('console-sign-in-deed')}
      </button>
      <Link className="button wide" to="/bot">
        {t('console-bot-sign-in')}
      </Link>
      {ways.data?.telegram && (
        <Link className="button wide" to="/telegram">
          {t('console-telegram-sign-in')}
        </Link>
      )}
      <div className="row apart">
        <Link to="/forgot">{t('console-forgot')}</Link>
        <Link to="/register">{t('console-register')}</Link>
      </div>
    </form>
  );
}

function Code({ token, onEnter, onOver }: { token: string; onEnter: () => void; onOver: () => void }) {
  const t = useT();
  const [code, setCode] = useState('');
  const second = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/auth/login/code', { body: { mfa_token: token, code: code.replace(/\s/gu, ''), held } }),
    onSuccess: onEnter,
  });
  const isOver = problemOf(second.error).code === OVER;
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        second.mutate();
      }}
    >
      <h2>{t('console-code')}</h2>
      <TextField
        label={t('console-code-label')}
        hint={t('console-code-hint')}
        autoComplete="one-time-code"
        wrong={wrongWith(second.error, 'code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        maxLength={32}
        required
      />
      <ErrorNote error={second.error} fields={['code']} again={isOver ? onOver : undefined} />
      <div className="row">
        <button type="submit" className="button primary grow" disabled={second.isPending || isOver}>
          {t('console-sign-in-deed')}
        </button>
        <button type="button" className="button" onClick={onOver}>
          {t('console-back')}
        </button>
      </div>
    </form>
  );
}
