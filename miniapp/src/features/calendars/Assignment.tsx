/** By what the org gives requests out. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';

const STRATEGIES = ['by_hand', 'in_order', 'evenly', 'by_load_and_skill', 'by_building'];

export function Assignment() {
  const t = useT();
  const may = useMay();
  const tell = useTell();
  const queries = useQueryClient();
  const chosen = useQuery({
    queryKey: ['assignment'],
    queryFn: async () => (await api.GET('/api/v1/settings/assignment')).data!.strategy,
  });
  const save = useMutation({
    mutationFn: (strategy: string) => api.PUT('/api/v1/settings/assignment', { body: { strategy } }),
    onSuccess: () => tell(t('console-saved')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['assignment'] }),
  });
  return (
    <section className="card stack">
      <Loaded query={chosen}>
        {(strategy) => (
          <SelectField
            label={t('console-assignment')}
            hint={t('console-assignment-hint')}
            value={strategy}
            onChange={(event) => save.mutate(event.target.value)}
            disabled={!may('settings.manage') || save.isPending}
          >
            {STRATEGIES.map((code) => (
              <option key={code} value={code}>
                {t(`console-assignment-${code.replaceAll('_', '-')}`)}
              </option>
            ))}
          </SelectField>
        )}
      </Loaded>
      <ErrorNote error={save.error} />
    </section>
  );
}
