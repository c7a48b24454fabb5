/** A program: what it may, a new secret, and its end. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { api } from '../../api/client';
import { read, written } from '../../api/grants';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Confirm } from '../../ui/Confirm';
import { Copyable } from '../../ui/Copyable';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { FIELDS, lines, ProgramFields, type Written } from './ProgramFields';
import { Secret } from './Secret';

interface Account {
  id: string;
  name: string;
  scopes: string[];
  allowed_from: string[];
  redirect_uris: string[];
  version: number;
  previous_secret_until?: string | null | undefined;
  revoked_at?: string | null | undefined;
}

export function Program() {
  const { id = '' } = useParams();
  const [secret, setSecret] = useState<string>();
  const query = useQuery({
    queryKey: ['programs', id],
    queryFn: async () => tagged(await api.GET('/api/v1/service-accounts/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="stack">
      {secret && <Secret id={id} secret={secret} />}
      <Loaded query={query}>{(data) => <Editor key={data.version} account={data} onSecret={setSecret} />}</Loaded>
    </div>
  );
}

function Editor({ account, onSecret }: { account: Tagged<Account>; onSecret: (secret: string) => void }) {
  const { t, lang } = useTexts();
  const may = useMay();
  const tell = useTell();
  const queries = useQueryClient();
  const [asks, setAsks] = useState<'rotate' | 'revoke'>();
  const [form, setForm] = useState<Written>(() => ({
    name: account.name,
    scopes: read(account.scopes),
    from: account.allowed_from.join('\n'),
    back: account.redirect_uris.join('\n'),
  }));
  const path = { id: account.id };
  const params = { path, header: { 'If-Match': account.etag } };
  const renew = () => queries.invalidateQueries({ queryKey: ['programs'] });
  const save = useMutation({
    mutationFn: () => {
      const { name, scopes, from, back } = form;
      const body = { name, scopes: written(scopes), allowed_from: lines(from), redirect_uris: lines(back) };
      return api.PATCH('/api/v1/service-accounts/{id}', { params, body });
    },
    onSuccess: async () => {
      await renew();
      tell(t('console-saved'));
    },
  });
  const rotate = async () => {
    const made = (await api.POST('/api/v1/service-accounts/{id}/secret', { params: { path } })).data!;
    onSecret(made.client_secret);
    await renew();
  };
  const revoke = async () => {
    await api.DELETE('/api/v1/service-accounts/{id}', { params });
    tell(t('console-program-is-revoked'));
    await renew();
  };
  if (account.revoked_at) {
    return (
      <>
        <h1>{account.name}</h1>
        <p className="note bad">
          {t('console-program-revoked')}: {moment(lang, account.revoked_at)}
        </p>
      </>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h1>{account.name}</h1>
      <Copyable value={account.id} label="client_id" />
      {account.previous_secret_until && (
        <p className="muted">
          {t('console-program-old-secret', { until: moment(lang, account.previous_secret_until) })}
        </p>
      )}
      <ProgramFields value={form} error={save.error} onChange={setForm} />
      <ErrorNote error={save.error} fields={FIELDS} />
      {may('service_accounts.manage') && (
        <div className="row stays">
          <button type="submit" className="button primary" disabled={save.isPending || form.scopes.size === 0}>
            {t('console-save')}
          </button>
          <button type="button" className="button" onClick={() => setAsks('rotate')}>
            {t('console-program-rotate')}
          </button>
          <button type="button" className="button danger" onClick={() => setAsks('revoke')}>
            {t('console-program-revoke')}
          </button>
        </div>
      )}
      {asks === 'rotate' && (
        <Confirm
          title={t('console-program-rotate')}
          deed={t('console-program-rotate')}
          onYes={rotate}
          onClose={() => setAsks(undefined)}
        >
          {t('console-program-rotate-hint')}
        </Confirm>
      )}
      {asks === 'revoke' && (
        <Confirm
          title={t('console-program-revoke')}
          deed={t('console-program-revoke')}
          onYes={revoke}
          onClose={() => setAsks(undefined)}
        >
          {t('console-program-revoke-hint', { name: account.name })}
        </Confirm>
      )}
    </form>
  );
}
