/**
 * A program wants to act on the person's behalf: what it asks for, what of that it may, yes or no. The server sent the
 * browser here with what the program asked; whatever is wrong with that and may not go back to the program stands here.
 */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

import { api } from '../../api/client';
import { permissionText, word } from '../../api/grants';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';

export function Authorize() {
  const t = useT();
  const [asked] = useSearchParams();
  return (
    <main className="door stack">
      <h1>Kontora</h1>
      {asked.has('wrong') ? (
        <p className="note bad" role="alert">
          {t('console-authorize-wrong')}
        </p>
      ) : (
        <Question asked={asked} />
      )}
    </main>
  );
}

function Question({ asked }: { asked: URLSearchParams }) {
  const t = useT();
  const said = (name: string) => asked.get(name) ?? '';
  const header = { 'X-Organization-Id': said('org') };
  const what = {
    client_id: said('client_id'),
    redirect_uri: said('redirect_uri'),
    scope: said('scope'),
    code_challenge: said('code_challenge'),
  };
  const query = useQuery({
    queryKey: ['consent', asked.toString()],
    queryFn: async () => (await api.GET('/api/v1/oauth/consent', { params: { query: what, header } })).data!,
    gcTime: 0,
  });
  const answer = useMutation({
    mutationFn: async (approve: boolean) => {
      const body = { ...what, approve, ...(asked.has('state') && { state: said('state') }) };
      return (await api.POST('/api/v1/oauth/consent', { params: { header }, body })).data!;
    },
    onSuccess: ({ redirect_to }) => location.assign(redirect_to),
  });
  return (
    <div className="card stack">
      <Loaded query={query}>
        {({ name, effective }) => (
          <>
            <h2>{t('console-authorize', { name })}</h2>
            {effective.length === 0 ? (
              <p>{t('console-authorize-nothing')}</p>
            ) : (
              <>
                <p>{t('console-authorize-may')}</p>
                <ul className="list card flush">
                  {effective.map((grant) => {
                    const [permission = '', scope = 'all'] = grant.split(':');
                    return (
                      <li key={grant} className="row apart">
                        <span>{permissionText(t, permission)}</span>
                        <span className="muted">{t(word('scope', scope))}</span>
                      </li>
                    );
                  })}
                </ul>
              </>
            )}
            <p className="muted">{t('console-authorize-hint', { where: new URL(what.redirect_uri).host })}</p>
            <ErrorNote error={answer.error} />
            <div className="row end">
              <button type="button" className="button" disabled={answer.isPending} onClick={() => answer.mutate(false)}>
                {t('console-authorize-no')}
              </button>
              <button
                type="button"
                className="button primary"
                disabled={answer.isPending || effective.length === 0}
                onClick={() => answer.mutate(true)}
              >
                {t('console-authorize-yes')}
              </button>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
