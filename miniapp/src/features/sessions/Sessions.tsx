/** Where the person is signed in, and the way out of each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT, useTexts } from '../../texts/Texts';
import { distance, moment } from '../../texts/when';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { deviceOf } from '../../ui/device';

const SESSIONS = ['me', 'sessions'];

export function Sessions() {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  const [isEndingAll, setEndingAll] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: SESSIONS });
  const query = useQuery({
    queryKey: SESSIONS,
    queryFn: async () => (await api.GET('/api/v1/me/sessions')).data!.items,
  });
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      tell(t('console-session-ended'));
      return refresh();
    },
  });
  const endOthers = async () => {
    const ended = (await api.DELETE('/api/v1/me/sessions')).data!.ended;
    tell(t('console-sessions-ended', { count: ended }));
    await refresh();
  };
  return (
    <div className="stack">
      <p className="muted">{t('console-sessions-hint')}</p>
      <ErrorNote error={end.error} />
      <Loaded query={query}>
        {(items) => (
          <>
            <ul className="list card flush">
              {items.map((session) => (
                <li key={session.id} className="row apart">
                  <Place session={session} />
                  {!session.is_current && (
                    <button
                      type="button"
                      className="button small danger"
                      disabled={end.isPending}
                      onClick={() => end.mutate(session.id)}
                    >
                      {t('console-session-end')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 && (
              <div>
                <button type="button" className="button danger" onClick={() => setEndingAll(true)}>
                  {t('console-sessions-end-others')}
                </button>
              </div>
            )}
          </>
        )}
      </Loaded>
      {isEndingAll && (
        <Confirm
          title={t('console-sessions-end-others')}
          deed={t('console-sessions-end-others-deed')}
          onYes={endOthers}
          onClose={() => setEndingAll(false)}
        >
          {t('console-sessions-end-others-hint')}
        </Confirm>
      )}
    </div>
  );
}

interface Session {
  kind: string;
  device: string;
  address?: string | null | undefined;
  last_seen_at: string;
  is_current: boolean;
}

function Place({ session }: { session: Session }) {
  const { t, lang } = useTexts();
  const isOurs = session.kind !== 'third_party'; // another product says what it is called
  const { program, system } = isOurs ? deviceOf(session.device) : { program: session.device, system: undefined };
  const seen = distance(lang, session.last_seen_at) ?? t('console-just-now');
  return (
    <div className="grow">
      <div className="row">
        <strong>{[program ?? t('console-session-unknown'), system].filter(Boolean).join(', ')}</strong>
        {session.is_current && <span className="tag good">{t('console-session-current')}</span>}
      </div>
      <div className="muted small">{kind(t, session.kind)}</div>
      <div className="muted small">
        {session.address && <span className="mono">{session.address} · </span>}
        <time dateTime={session.last_seen_at} title={moment(lang, session.last_seen_at)}>
          {t('console-session-seen', { when: seen })}
        </time>
      </div>
    </div>
  );
}

function kind(t: (id: string) => string, code: string): string {
  if (code === 'mini_app' || code === 'miniapp') return t('console-session-mini-app');
  if (code === 'console') return t('console-session-console');
  return t('console-session-third-party');
}
