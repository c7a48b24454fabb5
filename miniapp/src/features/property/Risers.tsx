/** The risers of a house: what runs from floor to floor, and which flats are on it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import type { components } from '../../api/schema';
import type { Tagged } from '../../api/tagged';
import { useToEdit } from '../../api/useToEdit';
import { useT } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { entrancesOf } from './queries';
import { RISER_KINDS, riserText } from './words';

type Riser = components['schemas']['Riser'];

/** The most flats that the form shows; a house with more is loaded from a file. */
const UNITS = 100;

export function Risers({ building }: { building: string }) {
  const t = useT();
  const may = useMay();
  const [edited, setEdited] = useState<string>();
  const query = useQuery({
    queryKey: ['risers', building],
    queryFn: async () =>
      (await api.GET('/api/v1/buildings/{id}/risers', { params: { path: { id: building } } })).data!.items,
  });
  return (
    <section className="stack">
      <div className="row apart">
        <h2>{t('console-risers')}</h2>
        {may('property.manage') && (
          <button type="button" className="button small" onClick={() => setEdited('new')}>
            {t('console-riser-add')}
          </button>
        )}
      </div>
      <Loaded query={query}>
        {(items) => (
          <div className="card flush">
            <ul className="list">
              {items.map(({ id, name, kind, note, unit_ids }) => (
                <li key={id} className="row apart">
                  <span className="grow">
                    {name}
                    <span className="muted small"> {[t(riserText(kind)), note].filter(Boolean).join(' · ')}</span>
                  </span>
                  <span className="muted small">{t('console-riser-units', { count: unit_ids.length })}</span>
                  {may('property.manage') && (
                    <button
                      type="button"
                      className="button small"
                      aria-label={t('console-riser-edit', { name })}
                      onClick={() => setEdited(id)}
                    >
                      {t('console-change')}
                    </button>
                  )}
                </li>
              ))}
              {items.length === 0 && <li className="muted">{t('console-risers-none')}</li>}
            </ul>
          </div>
        )}
      </Loaded>
      {edited && (
        <Dialog
          title={t(edited === 'new' ? 'console-riser-add' : 'console-riser')}
          onClose={() => setEdited(undefined)}
        >
          {edited === 'new' ? (
            <Form building={building} onClose={() => setEdited(undefined)} />
          ) : (
            <Known id={edited} building={building} onClose={() => setEdited(undefined)} />
          )}
        </Dialog>
      )}
    </section>
  );
}

function Known({ id, building, onClose }: { id: string; building: string; onClose: () => void }) {
  const query = useToEdit<Riser>(['risers', 'one', id], () =>
    api.GET('/api/v1/risers/{id}', { params: { path: { id } } }),
  );
  return <Loaded query={query}>{(riser) => <Form building={building} riser={riser} onClose={onClose} />}</Loaded>;
}

function Form({ building, riser, onClose }: { building: string; riser?: Tagged<Riser>; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [kind, setKind] = useState<string>(riser?.kind ?? 'cold_water');
  const [name, setName] = useState(riser?.name ?? '');
  const [entrance, setEntrance] = useState(riser?.entrance_id ?? '');
  const [note, setNote] = useState(riser?.note ?? '');
  const [units, setUnits] = useState<readonly string[]>(riser?.unit_ids ?? []);
  const entrances = useQuery(entrancesOf(building)).data ?? [];
  const flats = useQuery({
    queryKey: ['units', 'of-riser', building],
    queryFn: async () => {
      const query = { building_id: building, limit: UNITS };
      return (await api.GET('/api/v1/units', { params: { query } })).data!.items;
    },
  });
  const after = async () => {
    await queries.invalidateQueries({ queryKey: ['risers'] });
    onClose();
  };
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        kind,
        name: name.trim(),
        entrance_id: entrance || null,
        note: note.trim() || null,
        unit_ids: [...units],
      };
      if (!riser) {
        return api.POST('/api/v1/buildings/{id}/risers', { params: { path: { id: building } }, body });
      }
      const params = { path: { id: riser.id }, header: { 'If-Match': riser.etag } };
      return api.PATCH('/api/v1/risers/{id}', { params, body });
    },
    onSuccess: after,
  });
  const archive = useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/risers/{id}', {
        params: { path: { id: riser!.id }, header: { 'If-Match': riser!.etag } },
      }),
    onSuccess: after,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="filters top">
        <SelectField label={t('console-riser-kind')} value={kind} onChange={(event) => setKind(event.target.value)}>
          {RISER_KINDS.map((code) => (
            <option key={code} value={code}>
              {t(riserText(code))}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('console-riser-name')}
          wrong={wrongWith(save.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
          required
        />
        <SelectField
          label={t('console-unit-entrance')}
          value={entrance}
          onChange={(event) => setEntrance(event.target.value)}
        >
          <option value="">{t('console-riser-whole-house')}</option>
          {entrances.map(({ id, number }) => (
            <option key={id} value={id}>
              {number}
            </option>
          ))}
        </SelectField>
      </div>
      <AreaField
        label={t('console-riser-note')}
        wrong={wrongWith(save.error, 'note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={1000}
        rows={2}
      />
      <fieldset className="plain">
        <legend className="label">{t('console-units')}</legend>
        <Loaded query={flats}>
          {(items) => (
            <div className="row">
              {items.map(({ id, number }) => (
                <label key={id} className="tick">
                  <input
                    type="checkbox"
                    checked={units.includes(id)}
                    onChange={(event) =>
                      setUnits(event.target.checked ? [...units, id] : units.filter((it) => it !== id))
                    }
                  />
                  {number}
                </label>
              ))}
            </div>
          )}
        </Loaded>
      </fieldset>
      <ErrorNote error={save.error ?? archive.error} fields={['name', 'note']} />
      <div className="row end">
        {riser && (
          <button type="button" className="button danger" disabled={archive.isPending} onClick={() => archive.mutate()}>
            {t('console-archive')}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {t('console-cancel')}
        </button>
        <button type="submit" className="button primary" disabled={save.isPending}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}
