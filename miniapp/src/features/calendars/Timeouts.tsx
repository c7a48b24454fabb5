/** How long the org waits until something happens by itself. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';

const FIELDS = [
  'unassigned',
  'unassigned_emergency',
  'not_accepted',
  'answer_reminder',
  'answer_overdue',
  'answer_close',
  'done_reminder',
  'done_accept',
] as const;
type Minutes = Record<(typeof FIELDS)[number], number>;

export function Timeouts() {
  const kept = useQuery({
    queryKey: ['timeouts'],
    queryFn: async () => (await api.GET('/api/v1/settings/timeouts')).data!,
  });
  return <Loaded query={kept}>{(data) => <Editor kept={data} />}</Loaded>;
}

function Editor({ kept }: { kept: Minutes }) {
  const t = useT();
  const mayManage = useMay()('settings.manage');
  const tell = useTell();
  const queries = useQueryClient();
  const [minutes, setMinutes] = useState(kept);
  const save = useMutation({
    mutationFn: () => api.PUT('/api/v1/settings/timeouts', { body: minutes }),
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['timeouts'] });
    },
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{t('console-timeouts')}</h2>
      <p className="muted small">{t('console-timeouts-hint')}</p>
      <div className="filters top">
        {FIELDS.map((name) => (
          <TextField
            key={name}
            label={t(`console-timeout-${name.replaceAll('_', '-')}`)}
            type="number"
            min={1}
            max={43_200}
            wrong={wrongWith(save.error, name)}
            value={minutes[name]}
            onChange={(event) => setMinutes({ ...minutes, [name]: event.target.valueAsNumber })}
            disabled={!mayManage}
            required
          />
        ))}
      </div>
      <ErrorNote error={save.error} fields={[...FIELDS]} />
      {mayManage && (
        <div>
          <button type="submit" className="button primary" disabled={save.isPending}>
            {t('console-save')}
          </button>
        </div>
      )}
    </form>
  );
}
