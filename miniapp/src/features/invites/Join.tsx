/** Whoever opened the link of an invite: whose team it is, yes or no. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { api } from '../../api/client';
import { chooseOrg } from '../../api/organizations';
import { roleText } from '../../texts/roles';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { forgetInvite, waitingInvite } from './token';

export function Join() {
  const { t } = useTexts();
  const token = waitingInvite();
  return (
    <div className="stack">
      <h1>{t('console-join')}</h1>
      {token ? <Open token={token} /> : <Empty title={t('console-join-none')}>{t('console-join-none-hint')}</Empty>}
    </div>
  );
}

function Open({ token }: { token: string }) {
  const { t, lang } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const invite = useQuery({
    queryKey: ['invite', token],
    queryFn: async () => (await api.POST('/api/v1/invites/open', { body: { token } })).data!,
  });
  const leave = () => {
    forgetInvite();
    void navigate('/', { replace: true });
  };
  const accept = useMutation({
    mutationFn: async () => (await api.POST('/api/v1/invites/accept', { body: { token } })).data!,
    onSuccess: async ({ organization_id }) => {
      forgetInvite();
      chooseOrg(organization_id);
      void navigate('/members', { replace: true });
      await queries.resetQueries();
    },
  });
  return (
    <Loaded query={invite}>
      {({ organization_name, role, inviter_name, expires_at }) => (
        <div className="card stack">
          <h2>{organization_name}</h2>
          <p>
            {inviter_name
              ? t('console-join-by', { name: inviter_name, role: t(roleText(role)) })
              : t('console-join-as', { role: t(roleText(role)) })}
          </p>
          <p className="muted">{t('console-valid-until', { when: moment(lang, expires_at) })}</p>
          <ErrorNote error={accept.error} />
          <div className="row">
            <button
              type="button"
              className="button primary"
              disabled={accept.isPending}
              onClick={() => accept.mutate()}
            >
              {t('console-join-accept')}
            </button>
            <button type="button" className="button" onClick={leave}>
              {t('console-join-decline')}
            </button>
          </div>
        </div>
      )}
    </Loaded>
  );
}
