/** A webhook is made; its secret is shown once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { Fields } from './Fields';
import { Secret, type Told } from './parts';

export function NewWebhook() {
  const t = useT();
  const queries = useQueryClient();
  const [told, setTold] = useState<Told>({ name: '', url: 'https://', events: [] });
  const create = useMutation({
    mutationFn: async () => (await api.POST('/api/v1/webhooks', { body: told })).data!,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  if (create.data) {
    return (
      <div className="stack">
        <h1>{create.data.name}</h1>
        <Secret secret={create.data.secret} />
        <div>
          <Link className="button primary" to={`/webhooks/${create.data.id}`}>
            {t('console-webhook-kept')}
          </Link>
        </div>
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
      <h1>{t('console-webhook-new')}</h1>
      <div className="card stack">
        <Fields told={told} error={create.error} onChange={setTold} />
        <div>
          <button type="submit" className="button primary" disabled={create.isPending || told.events.length === 0}>
            {t('console-webhook-create')}
          </button>
        </div>
      </div>
    </form>
  );
}
