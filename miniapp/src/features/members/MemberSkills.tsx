/** What this member can do: ticks of the org's list. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';

export function MemberSkills({ member }: { member: string }) {
  const t = useT();
  const may = useMay();
  const queries = useQueryClient();
  const skills = useQuery({
    queryKey: ['skills'],
    queryFn: async () => (await api.GET('/api/v1/skills')).data!.items,
    enabled: may('shifts.read'),
  });
  const save = useMutation({
    mutationFn: (skill_ids: string[]) =>
      api.PUT('/api/v1/members/{member_id}/skills', { params: { path: { member_id: member } }, body: { skill_ids } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['skills'] }),
  });
  if (!may('shifts.read')) return null;
  return (
    <section className="stack">
      <h2>{t('console-skills')}</h2>
      <ErrorNote error={save.error} />
      <Loaded query={skills}>
        {(items) => {
          const chosen = items.filter(({ member_ids }) => member_ids.includes(member)).map(({ id }) => id);
          return (
            <div className="card flush">
              <ul className="list">
                {items.map(({ id, name }) => (
                  <li key={id}>
                    <label className="tick">
                      <input
                        type="checkbox"
                        checked={chosen.includes(id)}
                        onChange={(event) =>
                          save.mutate(event.target.checked ? [...chosen, id] : chosen.filter((it) => it !== id))
                        }
                        disabled={!may('shifts.manage') || save.isPending}
                      />
                      {name}
                    </label>
                  </li>
                ))}
                <li>
                  <Link to="/skills">{t('console-skills-list')}</Link>
                </li>
              </ul>
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
