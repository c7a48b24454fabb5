/** What the members can do, in the org's own words. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';

export function Skills() {
  const t = useT();
  const mayManage = useMay()('shifts.manage');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [gone, setGone] = useState<{ id: string; name: string }>();
  const skills = useQuery({ queryKey: ['skills'], queryFn: async () => (await api.GET('/api/v1/skills')).data!.items });
  const refresh = () => queries.invalidateQueries({ queryKey: ['skills'] });
  const add = useMutation({
    mutationFn: () => api.POST('/api/v1/skills', { body: { name } }),
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  return (
    <div className="stack">
      <h1>{t('console-skills')}</h1>
      <p className="muted">{t('console-skills-hint')}</p>
      {mayManage && (
        <form
          className="card stack"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <TextField
            label={t('console-skill-new')}
            hint={t('console-skill-new-hint')}
            wrong={wrongWith(add.error, 'name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={80}
            required
          />
          <ErrorNote error={add.error} fields={['name']} />
          <div>
            <button type="submit" className="button primary" disabled={add.isPending}>
              {t('console-role-create')}
            </button>
          </div>
        </form>
      )}
      <Loaded query={skills}>
        {(items) => (
          <div className="card flush">
            {items.length === 0 && <Empty title={t('console-skills-none')}>{t('console-skill-new-hint')}</Empty>}
            <ul className="list">
              {items.map((skill) => (
                <li key={skill.id} className="row apart">
                  <span>
                    {skill.name}{' '}
                    <span className="muted">{t('console-role-members', { count: skill.member_ids.length })}</span>
                  </span>
                  {mayManage && (
                    <button type="button" className="button small danger" onClick={() => setGone(skill)}>
                      {t('console-delete')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      {gone && (
        <Confirm
          title={gone.name}
          deed={t('console-delete')}
          onYes={async () => {
            await api.DELETE('/api/v1/skills/{id}', { params: { path: { id: gone.id } } });
            await refresh();
          }}
          onClose={() => setGone(undefined)}
        >
          {t('console-skill-delete-hint')}
        </Confirm>
      )}
    </div>
  );
}
