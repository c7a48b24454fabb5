/** The way in through the bot: it asks in Telegram, and the right answer is the number that stands here. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { Qr } from '../../ui/Qr';

/** How often it is asked whether the person has answered, in milliseconds. */
const PAUSE = 2000;
const BEGUN = ['bot-login'];

export function BotSignIn({ onEnter }: { onEnter: () => void }) {
  const t = useT();
  const begun = useQuery({
    queryKey: BEGUN,
    queryFn: async () => (await api.POST('/api/v1/auth/bot-login', { body: {} })).data!,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div className="card stack">
      <h2>{t('console-bot-sign-in')}</h2>
      <Loaded query={begun}>
        {({ link, number, poll_token }) => (
          <>
            <p>{t('console-bot-sign-in-hint')}</p>
            <p className="big-number" aria-label={t('console-bot-number')}>
              {number}
            </p>
            <a className="button primary wide" href={link} target="_blank" rel="noreferrer">
              {t('console-bot-open')}
            </a>
            <div className="row">
              <Qr value={link} label={t('console-bot-qr')} />
              <p className="muted grow">{t('console-bot-qr-hint')}</p>
            </div>
            <Waiting token={poll_token} onEnter={onEnter} onAgain={() => void begun.refetch()} />
          </>
        )}
      </Loaded>
      <p>
        <Link to="/">{t('console-to-sign-in')}</Link>
      </p>
    </div>
  );
}

function Waiting({ token, onEnter, onAgain }: { token: string; onEnter: () => void; onAgain: () => void }) {
  const t = useT();
  const poll = useQuery({
    queryKey: [...BEGUN, token],
    queryFn: async () => {
      const answer = await api.POST('/api/v1/auth/bot-login/poll', { body: { poll_token: token, held: 'cookie' } });
      return { isIn: answer.response.status === 200 };
    },
    refetchInterval: ({ state }) => (state.data?.isIn || state.error ? false : PAUSE),
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  const isIn = poll.data?.isIn;
  useEffect(() => {
    if (isIn) onEnter();
  }, [isIn, onEnter]);
  if (poll.error) return <ErrorNote error={poll.error} again={onAgain} />;
  return (
    <p className="muted" role="status">
      {t('console-bot-waiting')}
    </p>
  );
}
