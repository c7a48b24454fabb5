/** The desk knows of an incident that nobody has filed: which house, how much of it, what it is. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { categories, named, tree } from '../../api/categories';
import { api } from '../../api/client';
import { useTexts } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, SelectField, wrongWith } from '../../ui/Field';
import { useRefresh } from './queries';

interface Props {
  onDeclared: (id: string) => void;
  onClose: () => void;
}

const buildingsQuery = {
  queryKey: ['buildings', 'first'],
  queryFn: async () => (await api.GET('/api/v1/buildings', { params: { query: { limit: 100 } } })).data!.items,
  staleTime: 60_000,
};

const partsQuery = (id: string) => ({
  queryKey: ['incidents', 'parts', id],
  queryFn: async () => {
    const params = { path: { id } };
    const entrances = (await api.GET('/api/v1/buildings/{id}/entrances', { params })).data!.items;
    const risers = (await api.GET('/api/v1/buildings/{id}/risers', { params })).data!.items;
    return {
      entrances: entrances.filter(({ archived_at }) => !archived_at),
      risers: risers.filter(({ archived_at }) => !archived_at),
    };
  },
  enabled: id !== '',
});

/** `entrance:<id>` of a choice, as the API takes it. */
function scopeOf(choice: string) {
  const [kind, id = ''] = choice.split(':');
  if (kind === 'entrance') return { kind: 'entrance', entrance_id: id } as const;
  if (kind === 'riser') return { kind: 'riser', riser_id: id } as const;
  return { kind: 'building' } as const;
}

export function Declare({ onDeclared, onClose }: Props) {
  const { t, lang } = useTexts();
  const refresh = useRefresh();
  const [building, setBuilding] = useState('');
  const [scope, setScope] = useState('');
  const [category, setCategory] = useState('');
  const [words, setWords] = useState('');
  const buildings = useQuery(buildingsQuery).data ?? [];
  const parts = useQuery(partsQuery(building)).data;
  const known = useQuery(categories).data ?? [];
  const declare = useMutation({
    mutationFn: async () => {
      const body = { building_id: building, category_id: category, words: words.trim(), scope: scopeOf(scope) };
      return (await api.POST('/api/v1/incidents', { body })).data!;
    },
    onSuccess: async ({ id }) => {
      await refresh();
      onDeclared(id);
    },
  });
  return (
    <Dialog title={t('console-incident-declare')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          declare.mutate();
        }}
      >
        <p className="note warn">{t('console-incident-declare-hint')}</p>
        <SelectField
          label={t('console-incident-building')}
          wrong={wrongWith(declare.error, 'building_id')}
          value={building}
          onChange={(event) => {
            setBuilding(event.target.value);
            setScope('');
          }}
          required
        >
          <option value="" />
          {buildings.map(({ id, address }) => (
            <option key={id} value={id}>
              {address}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('console-incident-scope')}
          wrong={wrongWith(declare.error, 'scope')}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
        >
          <option value="">{t('console-incident-whole-building')}</option>
          {parts?.entrances.map(({ id, number }) => (
            <option key={id} value={`entrance:${id}`}>
              {t('console-entrance-number', { number })}
            </option>
          ))}
          {parts?.risers.map(({ id, name }) => (
            <option key={id} value={`riser:${id}`}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('console-request-about')}
          wrong={wrongWith(declare.error, 'category_id')}
          value={category}
          onChange={(event) => setCategory(event.target.value)}
          required
        >
          <option value="">{t('console-request-about-choose')}</option>
          {tree(known, ({ archived }) => !archived).map(({ kind, problems }) => (
            <optgroup key={kind.id} label={`${kind.icon} ${named(lang, kind.names)}`}>
              {[...problems, kind].map(({ id, names }) => (
                <option key={id} value={id}>
                  {named(lang, names)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <AreaField
          label={t('console-incident-known')}
          hint={t('console-incident-known-hint')}
          wrong={wrongWith(declare.error, 'words')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          maxLength={4000}
          rows={2}
          required
        />
        <ErrorNote error={declare.error} fields={['building_id', 'category_id', 'scope', 'words']} />
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            {t('console-cancel')}
          </button>
          <button type="submit" className="button danger" disabled={declare.isPending}>
            {t('console-incident-declare-deed')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
