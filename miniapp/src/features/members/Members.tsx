/** Who works for the org. */
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { useMay } from '../../api/rights';
import { roleText } from '../../texts/roles';
import { useT } from '../../texts/Texts';
import { Empty } from '../../ui/Empty';
import { SelectField, TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { useSettled } from '../../ui/useSettled';

/** The roles that a member can have by name, in the order of their weight. */
const ROLES = [
  'owner',
  'admin',
  'manager',
  'dispatcher',
  'worker',
  'member',
  'team_lead',
  'partner',
  'caller',
  'analyst',
  'accountant',
];

export function Members() {
  const t = useT();
  const may = useMay();
  const org = useOrg();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState('');
  const name = useSettled(typed.trim());
  const list = usePages(['members', org.org_id, { name, role }], async (after) => {
    const query = { limit: 50, ...(name && { name }), ...(role && { role }), ...(after && { after }) };
    return (await api.GET('/api/v1/organizations/{org_id}/members', { params: { path: org, query } })).data!;
  });
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-members')}</h1>
        {may('members.invite') && (
          <Link className="button primary" to="/members/invites">
            {t('console-invite')}
          </Link>
        )}
      </div>
      <div className="filters">
        <TextField
          label={t('console-members-search')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={100}
        />
        <SelectField label={t('console-member-role')} value={role} onChange={(event) => setRole(event.target.value)}>
          <option value="">{t('console-member-any-role')}</option>
          {ROLES.map((code) => (
            <option key={code} value={code}>
              {t(roleText(code))}
            </option>
          ))}
        </SelectField>
      </div>
      <Loaded query={list}>
        {(members) => (
          <div className="card flush">
            {members.length === 0 && <Empty title={t('console-members-none')}>{t('console-members-none-hint')}</Empty>}
            <ul className="list">
              {members.map((member) => (
                <li key={member.id} className="row apart">
                  <span className="grow">
                    <Link to={`/members/${member.id}`}>{member.name}</Link>
                    {member.username && <span className="muted small"> @{member.username}</span>}
                  </span>
                  <span className="tag">{member.custom_role?.name ?? t(roleText(member.role))}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      <More list={list} />
    </div>
  );
}
