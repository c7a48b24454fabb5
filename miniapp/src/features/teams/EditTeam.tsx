/** A team's name, and who is in it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { roleText } from '../../texts/roles';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { useTell } from '../../ui/Toasts';
import { usePages } from '../../ui/usePages';

interface Team {
  id: string;
  name: string;
  member_ids: string[];
  version: number;
}

export function EditTeam() {
  const t = useT();
  const { id = '' } = useParams();
  const team = useQuery({
    queryKey: ['teams', id],
    queryFn: async () => tagged(await api.GET('/api/v1/teams/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="stack">
      <p>
        <Link to="/teams">{t('console-teams')}</Link>
      </p>
      <Loaded query={team}>{(data) => <Editor key={data.version} team={data} />}</Loaded>
    </div>
  );
}

function Editor({ team }: { team: Tagged<Team> }) {
  const t = useT();
  const mayManage = useMay()('teams.manage');
  const tell = useTell();
  const org = useOrg();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState(team.name);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(team.member_ids));
  const [isDeleting, setDeleting] = useState(false);
  const params = { path: { id: team.id }, header: { 'If-Match': team.etag } };
  const members = usePages(['members', org.org_id, 'all'], async (after) => {
    const query = { limit: 100, ...(after && { after }) };
    return (await api.GET('/api/v1/organizations/{org_id}/members', { params: { path: org, query } })).data!;
  });
  const save = useMutation({
    mutationFn: () => api.PATCH('/api/v1/teams/{id}', { params, body: { name, member_ids: [...chosen] } }),
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['teams'] });
    },
  });
  const remove = async () => {
    await api.DELETE('/api/v1/teams/{id}', { params });
    tell(t('console-team-deleted'));
    void navigate('/teams', { replace: true });
    await queries.invalidateQueries({ queryKey: ['teams'], exact: true });
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h1>{team.name}</h1>
      <div className="card">
        <TextField
          label={t('console-team-name')}
          wrong={wrongWith(save.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          disabled={!mayManage}
          required
        />
      </div>
      <fieldset className="card flush">
        <legend className="hidden-label">{t('console-team-members')}</legend>
        <Loaded query={members}>
          {(items) => (
            <ul className="list">
              {items.map((member) => (
                <li key={member.id}>
                  <label className="tick">
                    <input
                      type="checkbox"
                      checked={chosen.has(member.id)}
                      onChange={() => toggle(member.id)}
                      disabled={!mayManage}
                    />
                    <span className="grow">{member.name}</span>
                    <span className="muted small">{member.custom_role?.name ?? t(roleText(member.role))}</span>
                  </label>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </fieldset>
      <More list={members} />
      <ErrorNote error={save.error} fields={['name']} />
      {mayManage && (
        <div className="row stays">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {t('console-save')}
          </button>
          <button type="button" className="button danger" onClick={() => setDeleting(true)}>
            {t('console-team-delete')}
          </button>
        </div>
      )}
      {isDeleting && (
        <Confirm
          title={t('console-team-delete')}
          deed={t('console-delete')}
          onYes={remove}
          onClose={() => setDeleting(false)}
        >
          {t('console-team-delete-hint', { name: team.name })}
        </Confirm>
      )}
    </form>
  );
}
