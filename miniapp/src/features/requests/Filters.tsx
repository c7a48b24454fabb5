/** What the list is narrowed to. On a phone the words are in sight, and the rest unfolds. */
import { useQuery } from '@tanstack/react-query';

import { categories, named, tree } from '../../api/categories';
import { useMay } from '../../api/rights';
import { useTexts } from '../../texts/Texts';
import { SelectField, TextField } from '../../ui/Field';
import { type Filter, isNarrowed } from './filter';
import { buildingsQuery, useEyes, workersQuery } from './queries';
import { PRIORITIES, STATUSES } from './rules';
import { priorityText, statusText } from './words';

interface Props {
  filter: Filter;
  onChange: (changes: Partial<Filter>) => void;
  isFolded?: boolean;
}

export function Filters({ filter, onChange, isFolded = false }: Props) {
  const { t } = useTexts();
  const search = (
    <TextField
      label={t('console-requests-search')}
      type="search"
      value={filter.q}
      onChange={(event) => onChange({ q: event.target.value })}
      maxLength={200}
    />
  );
  const reset = isNarrowed(filter) && (
    <button
      type="button"
      className="button small"
      onClick={() =>
        onChange({
          q: '',
          status: '',
          priority: '',
          category: '',
          building: '',
          assignee: '',
          from: '',
          to: '',
          overdue: false,
        })
      }
    >
      {t('console-reset-filter')}
    </button>
  );
  if (!isFolded) {
    return (
      <div className="filters">
        {search}
        <Choices filter={filter} onChange={onChange} />
        {reset}
      </div>
    );
  }
  return (
    <>
      {search}
      <details className="card unfolds">
        <summary>{t('console-requests-filter')}</summary>
        <div className="filters">
          <Choices filter={filter} onChange={onChange} />
          {reset}
        </div>
      </details>
    </>
  );
}

function Choices({ filter, onChange }: Omit<Props, 'isFolded'>) {
  const { t, lang } = useTexts();
  const may = useMay();
  const eyes = useEyes();
  const about = tree(useQuery(categories).data ?? [], ({ archived }) => !archived);
  const canSeeHouses = may('property.read');
  const houses = useQuery({ ...buildingsQuery, enabled: canSeeHouses }).data ?? [];
  const canAssign = may('requests.assign');
  const workers = useQuery({ ...workersQuery(null), enabled: canAssign }).data ?? [];
  return (
    <>
      <SelectField
        label={t('console-request-status')}
        value={filter.status}
        onChange={(event) => onChange({ status: event.target.value })}
      >
        <option value="">{t('console-requests-open')}</option>
        <option value="any">{t('console-requests-any-status')}</option>
        {STATUSES.map((code) => (
          <option key={code} value={code}>
            {t(statusText(code))}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('console-request-priority')}
        value={filter.priority}
        onChange={(event) => onChange({ priority: event.target.value })}
      >
        <option value="">{t('console-requests-any-priority')}</option>
        {PRIORITIES.map((code) => (
          <option key={code} value={code}>
            {t(priorityText(code))}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('console-request-about')}
        value={filter.category}
        onChange={(event) => onChange({ category: event.target.value })}
      >
        <option value="">{t('console-requests-any-category')}</option>
        {about.map(({ kind, problems }) => (
          <optgroup key={kind.id} label={named(lang, kind.names)}>
            <option value={kind.id}>
              {kind.icon} {named(lang, kind.names)}
            </option>
            {problems.map(({ id, icon, names }) => (
              <option key={id} value={id}>
                {icon} {named(lang, names)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {canSeeHouses && (
        <SelectField
          label={t('console-request-building')}
          value={filter.building}
          onChange={(event) => onChange({ building: event.target.value })}
        >
          <option value="">{t('console-requests-any-building')}</option>
          {houses.map(({ id, address }) => (
            <option key={id} value={id}>
              {address}
            </option>
          ))}
        </SelectField>
      )}
      {canAssign && (
        <SelectField
          label={t('console-request-assignee')}
          value={filter.assignee}
          onChange={(event) => onChange({ assignee: event.target.value })}
        >
          <option value="">{t('console-requests-any-assignee')}</option>
          <option value="none">{t('console-requests-nobodys')}</option>
          {eyes.member && <option value="me">{t('console-requests-mine')}</option>}
          {workers.map(({ member_id, name }) => (
            <option key={member_id} value={member_id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        label={t('console-since')}
        type="date"
        value={filter.from}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <TextField
        label={t('console-until')}
        type="date"
        value={filter.to}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <label className="tick late">
        <input
          type="checkbox"
          checked={filter.overdue}
          onChange={(event) => onChange({ overdue: event.target.checked })}
        />
        {t('console-requests-overdue')}
      </label>
    </>
  );
}
