/** The teams of the org: members who see each other's work. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';

export function Teams() {
  const t = useT();
  const may = useMay();
  const teams = useQuery({ queryKey: ['teams'], queryFn: async () => (await api.GET('/api/v1/teams')).data!.items });
  return (
    <div className="stack">
      <h1>{t('console-teams')}</h1>
      <p className="muted">{t('console-teams-hint')}</p>
      {may('teams.manage') && <NewTeam />}
      <Loaded query={teams}>
        {(items) => (
          <div className="card flush">
            {items.length === 0 && <Empty title={t('console-teams-none')}>{t('console-teams-none-hint')}</Empty>}
            <ul className="list">
              {items.map(({ id, name, member_ids }) => (
                <li key={id} className="row apart">
                  <Link to={`/teams/${id}`}>{name}</Link>
                  <span className="muted">{t('console-role-members', { count: member_ids.length })}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </div>
  );
}

function NewTeam() {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: async () => (await api.POST('/api/v1/teams', { body: { name } })).data!,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['teams'] });
      void navigate(`/teams/${id}`);
    },
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <TextField
        label={t('console-team-new')}
        hint={t('console-team-name-hint')}
        wrong={wrongWith(create.error, 'name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={80}
        required
      />
      <ErrorNote error={create.error} fields={['name']} />
      <div>
        <button type="submit" className="button primary" disabled={create.isPending}>
          {t('console-role-create')}
        </button>
      </div>
    </form>
  );
}
