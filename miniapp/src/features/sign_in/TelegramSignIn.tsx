/** The way in at Telegram: there and back again. What this browser keeps meanwhile proves that it is the same one. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';

const KEPT = 'kontora.telegram';
const once = { staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false };

export function TelegramSignIn({ onEnter }: { onEnter: () => void }) {
  const t = useT();
  const [brought] = useSearchParams();
  const code = brought.get('code');
  const state = brought.get('state');
  return (
    <div className="card stack">
      <h2>{t('console-telegram-sign-in')}</h2>
      {code && state ? (
        <Back code={code} state={state} onEnter={onEnter} />
      ) : brought.has('error') ? (
        <p className="note bad" role="alert">
          {t('console-telegram-no')}
        </p>
      ) : (
        <Away />
      )}
      <p>
        <Link to="/">{t('console-to-sign-in')}</Link>
      </p>
    </div>
  );
}

function Away() {
  const t = useT();
  const begun = useQuery({
    queryKey: ['telegram'],
    queryFn: async () => (await api.POST('/api/v1/auth/telegram')).data!,
    ...once,
  });
  const { data } = begun;
  useEffect(() => {
    if (!data) return;
    sessionStorage.setItem(KEPT, data.login_token);
    location.assign(data.address);
  }, [data]);
  if (begun.error) return <ErrorNote error={begun.error} again={() => void begun.refetch()} />;
  return <p className="muted">{t('console-loading')}</p>;
}

function Back({ code, state, onEnter }: { code: string; state: string; onEnter: () => void }) {
  const t = useT();
  const finished = useQuery({
    queryKey: ['telegram', state],
    queryFn: async () => {
      const login_token = sessionStorage.getItem(KEPT) || '-';
      sessionStorage.removeItem(KEPT);
      const body = { code, state, login_token, held: 'cookie' as const };
      return (await api.POST('/api/v1/auth/telegram/finish', { body })).data!;
    },
    ...once,
  });
  const { isSuccess } = finished;
  useEffect(() => {
    if (isSuccess) onEnter();
  }, [isSuccess, onEnter]);
  if (finished.error) return <ErrorNote error={finished.error} />;
  return <p className="muted">{t('console-loading')}</p>;
}
