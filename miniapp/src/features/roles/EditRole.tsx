/** What a role of the org's own may do, permission by permission. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { api } from '../../api/client';
import { read, written } from '../../api/grants';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { GrantFields } from '../../ui/GrantFields';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';

interface Role {
  id: string;
  name: string;
  grants: string[];
  members: number;
  version: number;
}

export function EditRole() {
  const { id = '' } = useParams();
  const path = { params: { path: { id } } };
  const role = useQuery({
    queryKey: ['roles', id],
    queryFn: async () => tagged(await api.GET('/api/v1/roles/{id}', path)),
  });
  return <Loaded query={role}>{(data) => <Editor key={data.version} role={data} />}</Loaded>;
}

function Editor({ role }: { role: Tagged<Role> }) {
  const t = useT();
  const may = useMay();
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState(role.name);
  const [chosen, setChosen] = useState(() => read(role.grants));
  const [isDeleting, setDeleting] = useState(false);
  const params = { path: { id: role.id }, header: { 'If-Match': role.etag } };
  const save = useMutation({
    mutationFn: () => api.PATCH('/api/v1/roles/{id}', { params, body: { name, grants: written(chosen) } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['roles'] });
      tell(t('console-saved'));
    },
  });
  const remove = async () => {
    await api.DELETE('/api/v1/roles/{id}', { params });
    tell(t('console-role-deleted'));
    void navigate('/roles');
    await queries.invalidateQueries({ queryKey: ['roles'], exact: true });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="row apart">
        <h1>{role.name}</h1>
        <span className="muted">{t('console-role-members', { count: role.members })}</span>
      </div>
      <div className="card">
        <TextField
          label={t('console-role-name')}
          wrong={wrongWith(save.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          required
        />
      </div>
      <GrantFields value={chosen} onChange={setChosen} />
      <ErrorNote error={save.error} fields={['name']} />
      {may('roles.manage') && (
        <div className="row stays">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {t('console-save')}
          </button>
          <button type="button" className="button danger" onClick={() => setDeleting(true)}>
            {t('console-role-delete')}
          </button>
        </div>
      )}
      {isDeleting && (
        <Confirm
          title={t('console-role-delete')}
          deed={t('console-delete')}
          onYes={remove}
          onClose={() => setDeleting(false)}
        >
          {t('console-role-delete-hint', { name: role.name })}
        </Confirm>
      )}
    </form>
  );
}
