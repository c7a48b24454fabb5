/** Invites to the team: a new one, and those that nobody has accepted yet. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { roleText } from '../../texts/roles';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Confirm } from '../../ui/Confirm';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { NewInvite } from './NewInvite';

interface Invite {
  id: string;
  role: string;
  name?: string | null | undefined;
  inviter_name?: string | null | undefined;
  expires_at: string;
}

export function Invites() {
  const { t } = useTexts();
  const org = useOrg();
  const open = useQuery({
    queryKey: ['invites', org.org_id],
    queryFn: async () =>
      (await api.GET('/api/v1/organizations/{org_id}/invites', { params: { path: org } })).data!.items,
  });
  return (
    <div className="stack">
      <p>
        <Link to="/members">{t('console-members')}</Link>
      </p>
      <h1>{t('console-invites')}</h1>
      <NewInvite />
      <section className="stack tight">
        <h2>{t('console-invites-open')}</h2>
        <Loaded query={open}>{(items) => <Open items={items} />}</Loaded>
      </section>
    </div>
  );
}

function Open({ items }: { items: readonly Invite[] }) {
  const { t, lang } = useTexts();
  const tell = useTell();
  const org = useOrg();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Invite>();
  const revoke = useMutation({
    mutationFn: async (invite_id: string) => {
      await api.DELETE('/api/v1/organizations/{org_id}/invites/{invite_id}', {
        params: { path: { ...org, invite_id } },
      });
      tell(t('console-invite-revoked'));
      await queries.invalidateQueries({ queryKey: ['invites'] });
    },
  });
  return (
    <div className="card flush">
      {items.length === 0 && <Empty title={t('console-invites-none')}>{t('console-invites-none-hint')}</Empty>}
      <ul className="list">
        {items.map((invite) => (
          <li key={invite.id} className="row apart">
            <div className="grow">
              <strong>{invite.name ?? t(roleText(invite.role))}</strong>
              <div className="muted small">
                {[invite.name && t(roleText(invite.role)), invite.inviter_name].filter(Boolean).join(' · ')}
              </div>
              <div className="muted small">{t('console-valid-until', { when: moment(lang, invite.expires_at) })}</div>
            </div>
            <button type="button" className="button small danger" onClick={() => setAsked(invite)}>
              {t('console-invite-revoke')}
            </button>
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={t('console-invite-revoke-title')}
          deed={t('console-invite-revoke')}
          onYes={() => revoke.mutateAsync(asked.id)}
          onClose={() => setAsked(undefined)}
        >
          {t('console-invite-revoke-hint')}
        </Confirm>
      )}
    </div>
  );
}
