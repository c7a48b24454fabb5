/** One who works for the org: their role, their sign-ins, their way out. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { api } from '../../api/client';
import { lookThrough } from '../../api/eyes';
import { useOrg } from '../../api/organizations';
import { me } from '../../api/queries';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { roleText } from '../../texts/roles';
import { useTexts } from '../../texts/Texts';
import { day } from '../../texts/when';
import { Confirm } from '../../ui/Confirm';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { MemberSkills } from './MemberSkills';
import { RoleChoice } from './RoleChoice';

export interface Member {
  id: string;
  person_id: string;
  name: string;
  username?: string | null | undefined;
  role: string;
  custom_role?: { id: string; name: string } | null | undefined;
  since: string;
  version: number;
}

/** `canLook`: whether the page around it shows that one sees with another's eyes, and the way back. */
export function MemberPage({ canLook = false }: { canLook?: boolean }) {
  const { id = '' } = useParams();
  const org = useOrg();
  const member = useQuery({
    queryKey: ['members', org.org_id, id],
    queryFn: async () => {
      const params = { path: { ...org, member_id: id } };
      return tagged(await api.GET('/api/v1/organizations/{org_id}/members/{member_id}', { params }));
    },
  });
  return <Loaded query={member}>{(data) => <Card key={data.version} member={data} canLook={canLook} />}</Loaded>;
}

function Card({ member, canLook }: { member: Tagged<Member>; canLook: boolean }) {
  const { t, lang } = useTexts();
  const may = useMay();
  const isMe = useQuery(me).data?.person_id === member.person_id;
  return (
    <div className="stack">
      <p>
        <Link to="/members">{t('console-members')}</Link>
      </p>
      <div className="row apart">
        <h1>{member.name}</h1>
        <span className="tag">{member.custom_role?.name ?? t(roleText(member.role))}</span>
      </div>
      <p className="muted">
        {member.username && <span>@{member.username} · </span>}
        {t('console-member-since', { when: day(lang, member.since) })}
      </p>
      {isMe && <p className="note">{t('console-member-me')}</p>}
      {!isMe && may('members.manage') && member.role !== 'owner' && <RoleChoice member={member} />}
      <MemberSkills member={member.id} />
      {!isMe && <Deeds member={member} canLook={canLook} />}
    </div>
  );
}

type Deed = 'eyes' | 'sessions' | 'offer' | 'remove';

/** What others will feel is asked about first. */
function Deeds({ member, canLook }: { member: Tagged<Member>; canLook: boolean }) {
  const { t } = useTexts();
  const may = useMay();
  const tell = useTell();
  const org = useOrg();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Deed>();
  const path = { ...org, member_id: member.id };
  const endSessions = useMutation({
    mutationFn: async () => {
      const done = await api.DELETE('/api/v1/organizations/{org_id}/members/{member_id}/sessions', {
        params: { path },
      });
      tell(t('console-sessions-ended', { count: done.data!.ended }));
    },
  });
  const remove = useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/v1/organizations/{org_id}/members/{member_id}', { params: { path } });
      tell(t('console-member-removed', { name: member.name }));
      void navigate('/members', { replace: true });
      await queries.invalidateQueries({ queryKey: ['members'] });
    },
  });
  const look = useMutation({
    mutationFn: async () => {
      lookThrough((await api.POST('/api/v1/view_as', { body: { member_id: member.id } })).data!.id);
      void navigate('/', { replace: true });
      await queries.resetQueries();
    },
  });
  const offer = useMutation({
    mutationFn: async () => {
      const body = { member_id: member.id };
      await api.POST('/api/v1/organizations/{org_id}/ownership_offers', { params: { path: org }, body });
      tell(t('console-offer-made'));
      await queries.invalidateQueries({ queryKey: ['offers'] });
    },
  });
  const deeds = [
    { deed: 'eyes', shown: may('members.view_as') && canLook, run: look },
    { deed: 'sessions', shown: may('members.manage'), run: endSessions },
    { deed: 'offer', shown: may('org.transfer') && member.role !== 'owner', run: offer },
    { deed: 'remove', shown: may('members.manage'), run: remove },
  ] as const;
  const shown = deeds.filter((it) => it.shown);
  const chosen = shown.find(({ deed }) => deed === asked);
  if (shown.length === 0) return null;
  return (
    <div className="row">
      {shown.map(({ deed }) => (
        <button
          key={deed}
          type="button"
          className={deed === 'remove' ? 'button danger' : 'button'}
          onClick={() => setAsked(deed)}
        >
          {t(`console-member-${deed}`)}
        </button>
      ))}
      {chosen && (
        <Confirm
          title={t(`console-member-${chosen.deed}`)}
          deed={t(`console-member-${chosen.deed}-deed`)}
          onYes={() => chosen.run.mutateAsync()}
          onClose={() => setAsked(undefined)}
        >
          {t(`console-member-${chosen.deed}-hint`, { name: member.name })}
        </Confirm>
      )}
    </div>
  );
}
