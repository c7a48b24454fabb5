/** The address to sign in with. Another one counts when the link of its letter was opened. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';

const FIELDS = ['email', 'current_password'];

export function Email() {
  const t = useT();
  const query = useQuery({
    queryKey: ['me', 'email'],
    queryFn: async () => (await api.GET('/api/v1/me/email')).data!,
  });
  return (
    <section className="card stack">
      <h2>{t('console-email')}</h2>
      <Loaded query={query}>
        {({ email, confirmed, sends_mail }) => (
          <>
            <p className="row">
              <strong>{email ?? t('console-email-none')}</strong>
              {email && (
                <span className={confirmed ? 'tag good' : 'tag'}>
                  {t(confirmed ? 'console-email-confirmed' : 'console-email-unconfirmed')}
                </span>
              )}
            </p>
            {sends_mail ? (
              <Ask unconfirmed={confirmed ? undefined : (email ?? undefined)} />
            ) : (
              <p className="muted">{t('console-email-off')}</p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Ask({ unconfirmed }: { unconfirmed: string | undefined }) {
  const t = useT();
  const tell = useTell();
  const [email, setEmail] = useState('');
  const [current, setCurrent] = useState('');
  const ask = useMutation({
    mutationFn: (address: string) => {
      const body = { email: address, ...(current && { current_password: current }) };
      return api.POST('/api/v1/me/email', { body });
    },
    onSuccess: () => {
      setEmail('');
      setCurrent('');
      tell(t('console-email-sent'));
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(email.trim());
      }}
    >
      {unconfirmed && (
        <div>
          <button type="button" className="button" disabled={ask.isPending} onClick={() => ask.mutate(unconfirmed)}>
            {t('console-email-again')}
          </button>
        </div>
      )}
      <TextField
        label={t('console-email-new')}
        hint={t('console-email-new-hint')}
        type="email"
        autoComplete="email"
        wrong={wrongWith(ask.error, 'email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        required
      />
      <TextField
        label={t('console-password-current')}
        hint={t('console-password-current-hint')}
        type="password"
        autoComplete="current-password"
        wrong={wrongWith(ask.error, 'current_password')}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <ErrorNote error={ask.error} fields={FIELDS} />
      <div>
        <button type="submit" className="button" disabled={ask.isPending}>
          {t('console-email-deed')}
        </button>
      </div>
    </form>
  );
}
