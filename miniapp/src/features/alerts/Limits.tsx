/** From when on the owners are told. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';

const KEY = ['audit', 'alert-limits'];
/** The numbers, each with its bounds. */
const NUMBERS = [
  ['failures', 2, 100],
  ['failures_minutes', 1, 1440],
  ['rows_exported', 1, 1_000_000],
  ['rows_minutes', 1, 1440],
] as const;
const SWITCHES = ['new_device', 'odd_hours'] as const;

type Numbers = Record<(typeof NUMBERS)[number][0], number>;
type Switches = Record<(typeof SWITCHES)[number], boolean>;

export function Limits() {
  const t = useT();
  const query = useQuery({
    queryKey: KEY,
    queryFn: async () => (await api.GET('/api/v1/audit/alerts/limits')).data!,
  });
  return (
    <section className="card stack">
      <h2>{t('console-alert-limits')}</h2>
      <Loaded query={query}>{(limits) => <Form limits={limits} />}</Loaded>
    </section>
  );
}

function Form({ limits }: { limits: Numbers & Switches }) {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  const [form, setForm] = useState(limits);
  const save = useMutation({
    mutationFn: () => api.PUT('/api/v1/audit/alerts/limits', { body: form }),
    onSuccess: () => {
      tell(t('console-saved'));
      return queries.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {NUMBERS.map(([name, min, max]) => (
        <TextField
          key={name}
          label={t(`console-alert-limit-${name.replaceAll('_', '-')}`)}
          type="number"
          min={min}
          max={max}
          required
          wrong={wrongWith(save.error, name)}
          value={form[name]}
          onChange={(event) => setForm({ ...form, [name]: event.target.valueAsNumber })}
        />
      ))}
      {SWITCHES.map((name) => (
        <label key={name} className="row">
          <input
            type="checkbox"
            checked={form[name]}
            onChange={(event) => setForm({ ...form, [name]: event.target.checked })}
          />
          {t(`console-alert-limit-${name.replaceAll('_', '-')}`)}
        </label>
      ))}
      <ErrorNote error={save.error} fields={NUMBERS.map(([name]) => name)} />
      <div>
        <button type="submit" className="button" disabled={save.isPending}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}
