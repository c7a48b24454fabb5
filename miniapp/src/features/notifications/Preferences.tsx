/** What one wants to be told and when; for who runs the org, when its people are left in peace and who gets an alert. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import type { components } from '../../api/schema';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';

type Quiet = components['schemas']['QuietHours'];
type Mine = components['schemas']['NotificationPreferences'];

const MINE = ['notifications', 'mine'];
const LEVELS = ['all', 'important', 'none'] as const;

const subjectText = (code: string) => `notifications-subject-${code.replaceAll('_', '-')}`;

export function Preferences() {
  const t = useT();
  const may = useMay();
  const query = useQuery({
    queryKey: MINE,
    queryFn: async () => (await api.GET('/api/v1/notifications/preferences')).data!,
  });
  return (
    <div className="stack">
      <h1>{t('console-notifications')}</h1>
      <p className="muted">{t('console-notifications-hint')}</p>
      <Loaded query={query}>
        {(mine) => (
          <>
            <Subjects mine={mine} />
            <OwnQuiet key={`${mine.quiet.on}${mine.quiet.from}${mine.quiet.to}`} mine={mine} />
            {may('settings.manage') && (
              <Recipients rules={mine.subjects.filter(({ is_alert }) => is_alert).map(({ subject }) => subject)} />
            )}
          </>
        )}
      </Loaded>
      {may('settings.manage') && <OrgQuiet />}
    </div>
  );
}

/** Saves what was chosen for oneself; the answer is how it is now. */
function useChoose() {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: components['schemas']['NotificationPreferencesEdit']) =>
      (await api.PATCH('/api/v1/notifications/preferences', { body })).data!,
    onSuccess: (mine) => {
      queries.setQueryData(MINE, mine);
      tell(t('console-saved'));
    },
  });
}

function Subjects({ mine }: { mine: Mine }) {
  const t = useT();
  const choose = useChoose();
  return (
    <section className="card stack">
      <h2>{t('console-notifications-what')}</h2>
      {mine.subjects.map(({ subject, level }) => (
        <SelectField
          key={subject}
          label={t(subjectText(subject))}
          value={level}
          disabled={choose.isPending}
          onChange={(event) => choose.mutate({ subjects: [{ subject, level: event.target.value }] })}
        >
          {LEVELS.map((code) => (
            <option key={code} value={code}>
              {t(`notifications-level-${code}`)}
            </option>
          ))}
        </SelectField>
      ))}
      <ErrorNote error={choose.error} />
    </section>
  );
}

interface HoursProps {
  quiet: Quiet;
  wrong: unknown;
  isBusy: boolean;
  onSave: (quiet: Quiet) => void;
}

function Hours({ quiet, wrong, isBusy, onSave }: HoursProps) {
  const t = useT();
  const [hours, setHours] = useState(quiet);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(hours);
      }}
    >
      <label className="tick">
        <input
          type="checkbox"
          checked={hours.on}
          onChange={(event) => setHours({ ...hours, on: event.target.checked })}
        />
        {t('console-quiet-on')}
      </label>
      {hours.on && (
        <div className="filters top">
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              label={t(`console-quiet-${end}`)}
              wrong={wrongWith(wrong, `quiet.${end}`) ?? wrongWith(wrong, end)}
              type="time"
              value={hours[end]}
              onChange={(event) => setHours({ ...hours, [end]: event.target.value })}
              required
            />
          ))}
        </div>
      )}
      <ErrorNote error={wrong} fields={['from', 'to', 'quiet.from', 'quiet.to']} />
      <div>
        <button type="submit" className="button" disabled={isBusy}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}

function OwnQuiet({ mine }: { mine: Mine }) {
  const t = useT();
  const choose = useChoose();
  return (
    <section className="card stack">
      <h2>{t('console-quiet-own')}</h2>
      <p className="muted small">
        {t(mine.quiet_chosen ? 'console-quiet-chosen' : 'console-quiet-as-org', { zone: mine.time_zone })}
      </p>
      <Hours
        quiet={mine.quiet}
        wrong={choose.error}
        isBusy={choose.isPending}
        onSave={(quiet) => choose.mutate({ quiet })}
      />
    </section>
  );
}

function OrgQuiet() {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  const key = ['notifications', 'quiet'];
  const query = useQuery({
    queryKey: key,
    queryFn: async () => (await api.GET('/api/v1/notifications/quiet_hours')).data!,
  });
  const save = useMutation({
    mutationFn: async (body: Quiet) => (await api.PUT('/api/v1/notifications/quiet_hours', { body })).data!,
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['notifications'] });
    },
  });
  return (
    <section className="card stack">
      <h2>{t('console-quiet-org')}</h2>
      <p className="muted small">{t('console-quiet-org-hint')}</p>
      <Loaded query={query}>
        {(quiet) => <Hours quiet={quiet} wrong={save.error} isBusy={save.isPending} onSave={(it) => save.mutate(it)} />}
      </Loaded>
    </section>
  );
}

function Recipients({ rules }: { rules: readonly string[] }) {
  const t = useT();
  const [rule, setRule] = useState(rules[0] ?? '');
  const queries = useQueryClient();
  const key = ['notifications', 'recipients', rule];
  const query = useQuery({
    queryKey: key,
    queryFn: async () =>
      (await api.GET('/api/v1/notifications/rules/{rule}/recipients', { params: { path: { rule } } })).data!.items,
    enabled: rule !== '',
  });
  const choose = useMutation({
    mutationFn: ({ person_id, told }: { person_id: string; told: boolean }) =>
      api.PUT('/api/v1/notifications/rules/{rule}/recipients/{person_id}', {
        params: { path: { rule, person_id } },
        body: { told },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  if (rules.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t('console-recipients')}</h2>
      <SelectField label={t('console-recipients-rule')} value={rule} onChange={(event) => setRule(event.target.value)}>
        {rules.map((code) => (
          <option key={code} value={code}>
            {t(subjectText(code))}
          </option>
        ))}
      </SelectField>
      <Loaded query={query}>
        {(items) => (
          <div className="stack tight">
            {items.map(({ person_id, name, told }) => (
              <label key={person_id} className="tick">
                <input
                  type="checkbox"
                  checked={told}
                  disabled={choose.isPending}
                  onChange={(event) => choose.mutate({ person_id, told: event.target.checked })}
                />
                {name}
              </label>
            ))}
          </div>
        )}
      </Loaded>
      <ErrorNote error={choose.error} />
    </section>
  );
}
