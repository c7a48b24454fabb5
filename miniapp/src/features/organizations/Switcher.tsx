/** In which org the person is, and the way to the others. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useNavigate } from 'react-router';

import { lookOneself } from '../../api/eyes';
import { chooseOrg, myOrgs, useOrg } from '../../api/organizations';
import { useT } from '../../texts/Texts';

/** The choice that is no org but the way to another one. */
const NEW = 'new';

export function Switcher() {
  const t = useT();
  const id = useId();
  const { org_id } = useOrg();
  const go = useGoTo();
  const navigate = useNavigate();
  const orgs = useQuery(myOrgs).data ?? [];
  const here = orgs.some((org) => org.id === org_id);
  return (
    <div className="switcher">
      <label className="hidden-label" htmlFor={id}>
        {t('console-organization')}
      </label>
      <select
        id={id}
        value={here ? org_id : ''}
        onChange={({ target }) => (target.value === NEW ? void navigate('/organizations/new') : go(target.value))}
      >
        {!here && <option value="">—</option>}
        {orgs.map((org) => (
          <option key={org.id} value={org.id}>
            {org.deleted_at ? t('console-organization-deleted-name', { name: org.name }) : org.name}
          </option>
        ))}
        <option value={NEW}>{t('console-organization-new')}</option>
      </select>
    </div>
  );
}

/** Goes to another org: everything that was asked is asked again there. */
export function useGoTo(): (id: string | null) => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (id) => {
    lookOneself();
    chooseOrg(id);
    void navigate('/', { replace: true });
    void queries.resetQueries();
  };
}
