/** One webhook: what it is told, whether it works, its secret, and the log of what was sent. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { Deliveries } from './Deliveries';
import { Fields } from './Fields';
import { listed, Secret, Standing, type Told } from './parts';

interface Shown extends Told {
  id: string;
  active: boolean;
  disabled_why?: string | null | undefined;
  failing_since?: string | null | undefined;
  version: number;
}

export function Webhook() {
  const { id = '' } = useParams();
  const may = useMay();
  const [secret, setSecret] = useState<string>();
  const query = useQuery({
    queryKey: ['webhooks', id],
    queryFn: async () => tagged(await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } })),
  });
  return (
    <Loaded query={query}>
      {(webhook) => (
        <div className="stack">
          <div className="row apart">
            <h1>{webhook.name}</h1>
            <Standing webhook={webhook} />
          </div>
          {secret && <Secret secret={secret} />}
          {may('webhooks.manage') ? (
            <Editor key={webhook.version} webhook={webhook} onSecret={setSecret} />
          ) : (
            <ReadOnly webhook={webhook} />
          )}
          <Deliveries webhook={id} />
        </div>
      )}
    </Loaded>
  );
}

function ReadOnly({ webhook }: { webhook: Told }) {
  const t = useT();
  return (
    <div className="card">
      <div className="mono">{webhook.url}</div>
      <div className="muted">{listed(t, webhook.events)}</div>
    </div>
  );
}

function Editor({ webhook, onSecret }: { webhook: Tagged<Shown>; onSecret: (secret: string) => void }) {
  const t = useT();
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [told, setTold] = useState<Told>({ name: webhook.name, url: webhook.url, events: webhook.events });
  const [asks, setAsks] = useState<'rotate' | 'delete'>();
  const params = { path: { id: webhook.id }, header: { 'If-Match': webhook.etag } };
  const refresh = () => queries.invalidateQueries({ queryKey: ['webhooks'] });
  const save = useMutation({
    mutationFn: (body: Partial<Told> & { active?: boolean }) => api.PATCH('/api/v1/webhooks/{id}', { params, body }),
    onSuccess: async () => {
      tell(t('console-saved'));
      await refresh();
    },
  });
  const rotate = async () => {
    const { data } = await api.POST('/api/v1/webhooks/{id}/secret', { params: { path: { id: webhook.id } } });
    onSecret(data!.secret);
    await refresh();
  };
  const remove = async () => {
    await api.DELETE('/api/v1/webhooks/{id}', { params });
    tell(t('console-webhook-deleted'));
    void navigate('/webhooks');
    await queries.invalidateQueries({ queryKey: ['webhooks'], exact: true });
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(told);
      }}
    >
      <Fields told={told} error={save.error} onChange={setTold} />
      <div className="row">
        <button type="submit" className="button primary" disabled={save.isPending || told.events.length === 0}>
          {t('console-save')}
        </button>
        <button
          type="button"
          className="button"
          disabled={save.isPending}
          onClick={() => save.mutate({ active: !webhook.active })}
        >
          {t(webhook.active ? 'console-webhook-switch-off' : 'console-webhook-switch-on')}
        </button>
        <button type="button" className="button" onClick={() => setAsks('rotate')}>
          {t('console-webhook-rotate')}
        </button>
        <button type="button" className="button danger" onClick={() => setAsks('delete')}>
          {t('console-webhook-delete')}
        </button>
      </div>
      {asks === 'rotate' && (
        <Confirm
          title={t('console-webhook-rotate')}
          deed={t('console-webhook-rotate-deed')}
          onYes={rotate}
          onClose={() => setAsks(undefined)}
        >
          {t('console-webhook-rotate-hint')}
        </Confirm>
      )}
      {asks === 'delete' && (
        <Confirm
          title={t('console-webhook-delete')}
          deed={t('console-delete')}
          onYes={remove}
          onClose={() => setAsks(undefined)}
        >
          {t('console-webhook-delete-hint', { name: webhook.name })}
        </Confirm>
      )}
    </form>
  );
}
