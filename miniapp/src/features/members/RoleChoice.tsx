/** Another role for a member: one that comes with Kontora, or one of the org's own. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { useMay } from '../../api/rights';
import { roles } from '../../api/roles';
import type { Tagged } from '../../api/tagged';
import { roleText } from '../../texts/roles';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField } from '../../ui/Field';
import { useTell } from '../../ui/Toasts';
import type { Member } from './Member';

export function RoleChoice({ member }: { member: Tagged<Member> }) {
  const t = useT();
  const may = useMay();
  const tell = useTell();
  const org = useOrg();
  const queries = useQueryClient();
  const had = member.custom_role?.id ?? member.role;
  const [chosen, setChosen] = useState(had);
  const known = useQuery({ ...roles, enabled: may('roles.read') }).data;
  const own = known?.items ?? [];
  const refresh = () => queries.invalidateQueries({ queryKey: ['members'] });
  const save = useMutation({
    mutationFn: async () => {
      const member_id = member.id;
      if (own.some(({ id }) => id === chosen)) {
        return api.PUT('/api/v1/roles/{id}/members/{member_id}', { params: { path: { id: chosen, member_id } } });
      }
      return api.PATCH('/api/v1/organizations/{org_id}/members/{member_id}', {
        params: { path: { ...org, member_id }, header: { 'If-Match': member.etag } },
        body: { role: chosen },
      });
    },
    onSuccess: () => {
      tell(t('console-saved'));
      return refresh();
    },
  });
  const presets = (known?.presets ?? []).filter(({ code, givable }) => givable || code === member.role);
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <SelectField
        label={t('console-member-role')}
        hint={t('console-member-role-hint')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        {presets.length === 0 && <option value={member.role}>{t(roleText(member.role))}</option>}
        {presets.map(({ code }) => (
          <option key={code} value={code}>
            {t(roleText(code))}
          </option>
        ))}
        {own.length > 0 && (
          <optgroup label={t('console-roles-own')}>
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </SelectField>
      <ErrorNote error={save.error} again={save.error ? () => void refresh() : undefined} />
      <div>
        <button type="submit" className="button primary" disabled={save.isPending || chosen === had}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}
