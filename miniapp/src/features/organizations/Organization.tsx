/** What the org tells of itself, and how one leaves it or ends it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { useGoTo } from './Switcher';
import { type Week, written } from './hours';
import { WorkingHours } from './WorkingHours';

interface Organization {
  name: string;
  industry: string;
  language: string;
  time_zone: string;
  currency: string;
  working_hours: Week;
  short_name?: string | null | undefined;
  colour?: string | null | undefined;
  greeting?: string | null | undefined;
  version: number;
}

const INDUSTRIES = ['property', 'services', 'sales', 'call_center', 'partners', 'other'];
const LANGUAGES = [
  ['ru', 'Русский'],
  ['uz', 'O‘zbekcha'],
  ['en', 'English'],
] as const;
/** Those that are likely here; any other code of ISO 4217 can be typed. */
const CURRENCIES = ['UZS', 'USD', 'EUR', 'RUB', 'KZT', 'KGS', 'TJS', 'TRY', 'CNY'];
const FIELDS = ['name', 'time_zone', 'currency', 'working_hours', 'short_name', 'colour', 'greeting'];

export function OrganizationPage() {
  const t = useT();
  const may = useMay();
  const org = useOrg();
  const query = useQuery({
    queryKey: ['organization', org.org_id],
    queryFn: async () => tagged(await api.GET('/api/v1/organizations/{org_id}', { params: { path: org } })),
  });
  return (
    <Loaded query={query}>
      {(data) => (
        <div className="stack">
          <h1>{may('settings.manage') ? t('console-organization') : data.name}</h1>
          {may('settings.manage') && <Editor key={data.version} seen={data} />}
          <Ends name={data.name} />
        </div>
      )}
    </Loaded>
  );
}

function Editor({ seen }: { seen: Tagged<Organization> }) {
  const t = useT();
  const tell = useTell();
  const org = useOrg();
  const queries = useQueryClient();
  const [form, setForm] = useState({
    name: seen.name,
    industry: seen.industry,
    language: seen.language,
    time_zone: seen.time_zone,
    currency: seen.currency,
    short_name: seen.short_name ?? '',
    colour: seen.colour ?? '',
    greeting: seen.greeting ?? '',
  });
  const [week, setWeek] = useState<Week>(seen.working_hours);
  const save = useMutation({
    mutationFn: () => {
      const { short_name, colour, greeting, ...rest } = form;
      return api.PATCH('/api/v1/organizations/{org_id}', {
        params: { path: org, header: { 'If-Match': seen.etag } },
        body: {
          ...rest,
          working_hours: written(week),
          short_name: short_name || null,
          colour: colour || null,
          greeting: greeting || null,
        },
      });
    },
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['organization'] });
      await queries.invalidateQueries({ queryKey: ['organizations'] });
    },
  });
  const field = (name: keyof typeof form) => ({
    value: form[name],
    wrong: wrongWith(save.error, name),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="card stack">
        <TextField label={t('console-organization-name')} maxLength={200} required {...field('name')} />
        <div className="filters top">
          <SelectField label={t('console-industry')} {...field('industry')}>
            {INDUSTRIES.map((code) => (
              <option key={code} value={code}>
                {t(`console-industry-${code.replaceAll('_', '-')}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('console-organization-language')} {...field('language')}>
            {LANGUAGES.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField label={t('console-time-zone')} list="time-zones" maxLength={64} required {...field('time_zone')} />
          <TextField label={t('console-currency')} list="currencies" maxLength={3} required {...field('currency')} />
        </div>
        <WorkingHours week={week} onChange={setWeek} wrong={wrongWith(save.error, 'working_hours')} />
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <datalist id="currencies">
          {CURRENCIES.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
      </div>
      <div className="card stack">
        <h2>{t('console-branding')}</h2>
        <div className="filters top">
          <TextField
            label={t('console-short-name')}
            hint={t('console-short-name-hint')}
            maxLength={30}
            {...field('short_name')}
          />
          <TextField
            label={t('console-colour')}
            placeholder="#1f8a4c"
            pattern="#[0-9a-fA-F]{6}"
            maxLength={7}
            {...field('colour')}
          />
        </div>
        <TextField
          label={t('console-greeting')}
          hint={t('console-greeting-hint')}
          maxLength={500}
          {...field('greeting')}
        />
      </div>
      <ErrorNote error={save.error} fields={FIELDS} />
      <div className="row stays">
        <button type="submit" className="button primary" disabled={save.isPending}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}

/** What cannot be taken back easily stands apart, and is asked about. */
function Ends({ name }: { name: string }) {
  const t = useT();
  const may = useMay();
  const tell = useTell();
  const org = useOrg();
  const go = useGoTo();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'leave' | 'delete'>();
  const leave = async () => {
    await api.DELETE('/api/v1/organizations/{org_id}/members/me', { params: { path: org } });
    tell(t('console-organization-left', { name }));
    go(null);
  };
  const remove = async () => {
    await api.DELETE('/api/v1/organizations/{org_id}', { params: { path: org }, body: { name } });
    await queries.resetQueries();
  };
  return (
    <section className="card stack">
      <h2>{t('console-organization-end')}</h2>
      <div className="row">
        <button type="button" className="button" onClick={() => setAsked('leave')}>
          {t('console-organization-leave')}
        </button>
        {may('org.delete') && (
          <button type="button" className="button danger" onClick={() => setAsked('delete')}>
            {t('console-organization-delete')}
          </button>
        )}
      </div>
      {asked === 'leave' && (
        <Confirm
          title={t('console-organization-leave')}
          deed={t('console-organization-leave-deed')}
          onYes={leave}
          onClose={() => setAsked(undefined)}
        >
          {t('console-organization-leave-hint', { name })}
        </Confirm>
      )}
      {asked === 'delete' && (
        <Confirm
          title={t('console-organization-delete')}
          deed={t('console-delete')}
          typed={{ label: t('console-organization-type-name', { name }), value: name }}
          onYes={remove}
          onClose={() => setAsked(undefined)}
        >
          {t('console-organization-delete-hint')}
        </Confirm>
      )}
    </section>
  );
}
