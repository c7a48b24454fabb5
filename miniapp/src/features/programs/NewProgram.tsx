/** A program is let in. Its secret is shown on the same page, once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { read, written } from '../../api/grants';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { FIELDS, lines, ProgramFields, type Written } from './ProgramFields';
import { Secret } from './Secret';

export function NewProgram() {
  const t = useT();
  const queries = useQueryClient();
  const [form, setForm] = useState<Written>({ name: '', scopes: read([]), from: '', back: '' });
  const create = useMutation({
    mutationFn: async () => {
      const { name, scopes, from, back } = form;
      const body = { name, scopes: written(scopes), allowed_from: lines(from), redirect_uris: lines(back) };
      return (await api.POST('/api/v1/service-accounts', { body })).data!;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['programs'] }),
  });
  if (create.data) {
    return (
      <div className="stack">
        <h1>{create.data.name}</h1>
        <Secret id={create.data.id} secret={create.data.client_secret} />
        <p>
          <Link to="/programs">{t('console-programs')}</Link>
        </p>
      </div>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <h1>{t('console-program-new')}</h1>
      <ProgramFields value={form} error={create.error} onChange={setForm} />
      <ErrorNote error={create.error} fields={FIELDS} />
      <div className="row stays">
        <button type="submit" className="button primary" disabled={create.isPending || form.scopes.size === 0}>
          {t('console-program-create')}
        </button>
      </div>
    </form>
  );
}
