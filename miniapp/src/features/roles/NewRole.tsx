/** A role of the org's own begins as a preset under another name. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { api } from '../../api/client';
import { word } from '../../api/grants';
import { roles } from '../../api/roles';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';

export function NewRole() {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [based_on, setBase] = useState('dispatcher');
  const known = useQuery(roles).data;
  const create = useMutation({
    mutationFn: async () => (await api.POST('/api/v1/roles', { body: { name, based_on } })).data!,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['roles'] });
      void navigate(`/roles/${id}`, { replace: true });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <h1>{t('console-role-new')}</h1>
      <div className="card stack">
        <TextField
          label={t('console-role-name')}
          hint={t('console-role-name-hint')}
          wrong={wrongWith(create.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          required
        />
        <SelectField
          label={t('console-role-based-on')}
          hint={t('console-role-based-on-hint')}
          wrong={wrongWith(create.error, 'based_on')}
          value={based_on}
          onChange={(event) => setBase(event.target.value)}
        >
          {known?.presets
            .filter(({ code }) => code !== 'owner')
            .map((preset) => (
              <option key={preset.code} value={preset.code}>
                {t(word('role', preset.code))}
              </option>
            ))}
        </SelectField>
        <ErrorNote error={create.error} fields={['name', 'based_on']} />
        <div>
          <button type="submit" className="button primary" disabled={create.isPending}>
            {t('console-role-create')}
          </button>
        </div>
      </div>
    </form>
  );
}
