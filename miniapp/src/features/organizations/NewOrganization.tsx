/** Another org, which the person owns at once. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useTexts } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { useGoTo } from './Switcher';

export function NewOrganization() {
  const { t, lang } = useTexts();
  const go = useGoTo();
  const [name, setName] = useState('');
  const found = useMutation({
    mutationFn: async () => {
      const body = { name, language: lang, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
      return (await api.POST('/api/v1/organizations', { body })).data!;
    },
    onSuccess: ({ id }) => go(id),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        found.mutate();
      }}
    >
      <h1>{t('console-register')}</h1>
      <div className="card stack">
        <TextField
          label={t('console-organization-name')}
          hint={t('console-organization-name-hint')}
          wrong={wrongWith(found.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={200}
          required
        />
        <ErrorNote error={found.error} fields={['name']} />
        <div>
          <button type="submit" className="button primary" disabled={found.isPending}>
            {t('console-register-deed')}
          </button>
        </div>
      </div>
    </form>
  );
}
