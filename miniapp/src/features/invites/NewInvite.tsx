/** Writes an invite and shows its link: the only moment at which there is one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { useMay } from '../../api/rights';
import { roles } from '../../api/roles';
import { roleText } from '../../texts/roles';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Copyable } from '../../ui/Copyable';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';
import { Qr } from '../../ui/Qr';

/** For how many days an invite can be accepted. */
const DAYS = [1, 3, 7, 30];
/** What whoever may not look at the roles is likely to need. */
const WITHOUT_LIST = ['worker'];

interface Written {
  role: string;
  expires_at: string;
  token: string;
  link?: string | null | undefined;
}

export function NewInvite() {
  const { t } = useTexts();
  const may = useMay();
  const org = useOrg();
  const queries = useQueryClient();
  const [form, setForm] = useState({ role: 'worker', name: '', days: 7 });
  const known = useQuery({ ...roles, enabled: may('roles.read') }).data;
  const givable = known?.presets.filter((preset) => preset.givable).map(({ code }) => code) ?? WITHOUT_LIST;
  const create = useMutation({
    mutationFn: async (): Promise<Written> => {
      const { role, name, days } = form;
      const body = { role, lasts_hours: days * 24, ...(name.trim() && { name: name.trim() }) };
      const params = { path: org };
      return (await api.POST('/api/v1/organizations/{org_id}/invites', { params, body })).data!;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['invites'] }),
  });
  if (create.data) return <Link written={create.data} onAnother={create.reset} />;
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <p className="muted">{t('console-invite-hint')}</p>
      <div className="filters top">
        <SelectField
          label={t('console-member-role')}
          value={form.role}
          onChange={(event) => setForm({ ...form, role: event.target.value })}
        >
          {givable.map((code) => (
            <option key={code} value={code}>
              {t(roleText(code))}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('console-invite-lasts')}
          value={form.days}
          onChange={(event) => setForm({ ...form, days: Number(event.target.value) })}
        >
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {t('console-days', { count })}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('console-invite-name')}
          wrong={wrongWith(create.error, 'name')}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
          maxLength={128}
        />
      </div>
      <ErrorNote error={create.error} fields={['name']} />
      <div>
        <button type="submit" className="button primary" disabled={create.isPending}>
          {t('console-invite-create')}
        </button>
      </div>
    </form>
  );
}

function Link({ written, onAnother }: { written: Written; onAnother: () => void }) {
  const { t, lang } = useTexts();
  const here = `${location.origin}/console/join#${written.token}`;
  return (
    <section className="card stack" aria-label={t('console-invite-ready')}>
      <h2>
        {t('console-invite-ready')}: {t(roleText(written.role))}
      </h2>
      <p className="muted">{t('console-invite-ready-hint', { until: moment(lang, written.expires_at) })}</p>
      <div className="beside">
        <Qr value={written.link ?? here} label={t('console-invite-qr')} />
        <div className="stack grow">
          {written.link && (
            <div className="stack tight">
              <span className="label">{t('console-invite-link')}</span>
              <Copyable value={written.link} label={t('console-invite-link')} />
            </div>
          )}
          <div className="stack tight">
            <span className="label">{t('console-invite-here')}</span>
            <Copyable value={here} label={t('console-invite-here')} />
          </div>
        </div>
      </div>
      <div>
        <button type="button" className="button" onClick={onAnother}>
          {t('console-invite-another')}
        </button>
      </div>
    </section>
  );
}
