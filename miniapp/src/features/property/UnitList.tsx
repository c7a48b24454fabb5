/** Flats: of one house, or of all of them; found by number, account, name or phone. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { useSettled } from '../../ui/useSettled';
import { kindText, UNIT_KINDS } from './words';

export function Units() {
  const t = useT();
  return (
    <div className="stack">
      <h1>{t('console-units')}</h1>
      <UnitList canAdd={false} />
    </div>
  );
}

export function UnitList({ building, canAdd }: { building?: string; canAdd: boolean }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState('');
  const q = useSettled(typed.trim());
  const list = usePages(['units', { building, q, kind }], async (after) => {
    const query = {
      limit: 50,
      ...(building && { building_id: building }),
      ...(q && { q }),
      ...(kind && { kind }),
      ...(after && { after }),
    };
    return (await api.GET('/api/v1/units', { params: { query } })).data!;
  });
  return (
    <section className="stack">
      {building && <h2>{t('console-units')}</h2>}
      <div className="filters">
        <TextField
          label={t('console-units-search')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={100}
        />
        <SelectField label={t('console-unit-kind')} value={kind} onChange={(event) => setKind(event.target.value)}>
          <option value="">{t('console-unit-kind-any')}</option>
          {UNIT_KINDS.map((code) => (
            <option key={code} value={code}>
              {t(kindText(code))}
            </option>
          ))}
        </SelectField>
      </div>
      <Loaded query={list}>
        {(units) => (
          <div className="card flush">
            {units.length === 0 && <Empty title={t('console-units-none')}>{t('console-units-none-hint')}</Empty>}
            <ul className="list">
              {units.map((unit) => (
                <li key={unit.id} className="row apart">
                  <span className="grow">
                    <Link to={`/units/${unit.id}`}>
                      {building ? unit.number : t('console-unit-at', { address: unit.address, number: unit.number })}
                    </Link>
                    <span className="muted small">
                      {' '}
                      {[
                        unit.kind !== 'flat' && t(kindText(unit.kind)),
                        unit.entrance && t('console-entrance-number', { number: unit.entrance }),
                        unit.floor != null && t('console-unit-floor-number', { floor: unit.floor }),
                        unit.account,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  {unit.waiting_count > 0 && (
                    <span className="tag warn">{t('console-unit-waiting', { count: unit.waiting_count })}</span>
                  )}
                  <span className="muted small">{t('console-unit-residents', { count: unit.residents_count })}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      <More list={list} />
      {canAdd && building && <NewUnit building={building} />}
    </section>
  );
}

function NewUnit({ building }: { building: string }) {
  const t = useT();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [floor, setFloor] = useState('');
  const [kind, setKind] = useState('flat');
  const create = useMutation({
    mutationFn: () => {
      const body = { building_id: building, number, kind, ...(floor.trim() && { floor: Number(floor) }) };
      return api.POST('/api/v1/units', { body });
    },
    onSuccess: async () => {
      setNumber('');
      await queries.invalidateQueries({ queryKey: ['units'] });
      await queries.invalidateQueries({ queryKey: ['buildings'] });
    },
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <div className="filters">
        <TextField
          label={t('console-unit-new')}
          wrong={wrongWith(create.error, 'number')}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          maxLength={20}
          required
        />
        <TextField
          label={t('console-unit-floor')}
          wrong={wrongWith(create.error, 'floor')}
          inputMode="numeric"
          pattern="-?[0-9]*"
          value={floor}
          onChange={(event) => setFloor(event.target.value)}
          maxLength={3}
        />
        <SelectField
          label={t('console-unit-kind-of-new')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        >
          {UNIT_KINDS.map((code) => (
            <option key={code} value={code}>
              {t(kindText(code))}
            </option>
          ))}
        </SelectField>
        <button type="submit" className="button" disabled={create.isPending}>
          {t('console-add')}
        </button>
      </div>
      <ErrorNote error={create.error} fields={['number', 'floor']} />
    </form>
  );
}
