/** What to look for. Each choice is looked up at once; words when the person stops typing. */
import { useEffect, useState } from 'react';

import { useT } from '../../texts/Texts';
import { SelectField, TextField } from '../../ui/Field';
import { change, type Filter, KINDS, SURFACES, word } from './filter';

/** How long somebody stops typing, in milliseconds, before it is looked up. */
const PAUSE = 350;

export function Filters({ filter, onChange }: { filter: Filter; onChange: (next: Filter) => void }) {
  const t = useT();
  const [text, setText] = useState(filter.text ?? '');
  useEffect(() => {
    if (text === (filter.text ?? '')) return undefined;
    const timer = setTimeout(() => onChange(change(filter, 'text', text)), PAUSE);
    return () => clearTimeout(timer);
  }, [text, filter, onChange]);
  const set = (field: 'kind' | 'surface' | 'from' | 'to') => ({
    value: filter[field] ?? '',
    onChange: (event: { target: { value: string } }) => onChange(change(filter, field, event.target.value)),
  });
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className="card stack">
      <div className="filters">
        <TextField
          label={t('console-search')}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={100}
        />
        <SelectField label={t('console-audit-what')} {...set('kind')}>
          <option value="">{t('console-any')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(word('event', kind, KINDS))}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('console-audit-from')} {...set('surface')}>
          <option value="">{t('console-any')}</option>
          {SURFACES.map((surface) => (
            <option key={surface} value={surface}>
              {t(word('surface', surface, SURFACES))}
            </option>
          ))}
        </SelectField>
        <TextField label={t('console-since')} type="date" {...set('from')} />
        <TextField label={t('console-until')} type="date" {...set('to')} />
      </div>
      {isFiltered && (
        <div>
          <button
            type="button"
            className="button small"
            onClick={() => {
              setText('');
              onChange({});
            }}
          >
            {t('console-reset-filter')}
          </button>
        </div>
      )}
    </div>
  );
}
