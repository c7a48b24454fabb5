/** Who lives where: everybody of the org, or of one flat; and the answer for those who wait. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { useTell } from '../../ui/Toasts';
import { usePages } from '../../ui/usePages';
import { useSettled } from '../../ui/useSettled';
import { EditResident } from './EditResident';
import { ROLES, roleText, STATES, stateLook, stateText } from './words';

interface Lives {
  id: string;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  role?: string | null | undefined;
  state: string;
  unit_id: string;
  unit: string;
  address: string;
}

export function Residents() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState('');
  const [role, setRole] = useState('');
  const q = useSettled(typed.trim());
  const list = usePages(['residents', { q, state, role }], async (after) => {
    const query = {
      limit: 50,
      ...(q && { q }),
      ...(state && { state }),
      ...(role && { role }),
      ...(after && { after }),
    };
    return (await api.GET('/api/v1/residents', { params: { query } })).data!;
  });
  return (
    <div className="stack">
      <h1>{t('console-residents')}</h1>
      <div className="filters">
        <TextField
          label={t('console-residents-search')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={100}
        />
        <SelectField
          label={t('console-resident-state')}
          value={state}
          onChange={(event) => setState(event.target.value)}
        >
          <option value="">{t('console-resident-state-any')}</option>
          {STATES.map((code) => (
            <option key={code} value={code}>
              {t(stateText(code))}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('console-resident-role')} value={role} onChange={(event) => setRole(event.target.value)}>
          <option value="">{t('console-resident-role-any')}</option>
          {ROLES.map((code) => (
            <option key={code} value={code}>
              {t(roleText(code))}
            </option>
          ))}
        </SelectField>
      </div>
      <Loaded query={list}>
        {(items) => (
          <div className="card flush">
            {items.length === 0 && (
              <Empty title={t('console-residents-none')}>{t('console-residents-none-hint')}</Empty>
            )}
            <ul className="list">
              {items.map((resident) => (
                <Row key={resident.id} resident={resident} showsUnit />
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      <More list={list} />
    </div>
  );
}

export function ResidentsOf({ unit }: { unit: string }) {
  const t = useT();
  const may = useMay();
  const list = usePages(['residents', { unit }], async (after) => {
    const query = { limit: 50, unit_id: unit, ...(after && { after }) };
    return (await api.GET('/api/v1/residents', { params: { query } })).data!;
  });
  return (
    <section className="stack">
      <h2>{t('console-residents')}</h2>
      <Loaded query={list}>
        {(items) => (
          <div className="card flush">
            {items.length === 0 && <Empty title={t('console-unit-nobody')}>{t('console-unit-nobody-hint')}</Empty>}
            <ul className="list">
              {items.map((resident) => (
                <Row key={resident.id} resident={resident} />
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      <More list={list} />
      {may('residents.manage') && <NewResident unit={unit} />}
    </section>
  );
}

function Row({ resident, showsUnit = false }: { resident: Lives; showsUnit?: boolean }) {
  const t = useT();
  const may = useMay();
  const tell = useTell();
  const queries = useQueryClient();
  const [isMovingOut, setMovingOut] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const params = { path: { id: resident.id } };
  const again = async () => {
    await queries.invalidateQueries({ queryKey: ['residents'] });
    await queries.invalidateQueries({ queryKey: ['units'] });
  };
  const answer = useMutation({
    mutationFn: (yes: boolean) =>
      yes
        ? api.POST('/api/v1/residents/{id}/verify', { params })
        : api.POST('/api/v1/residents/{id}/decline', { params }),
    onSuccess: async (_, yes) => {
      tell(t(yes ? 'console-resident-verified' : 'console-resident-declined'));
      await again();
    },
  });
  const moveOut = async () => {
    await api.POST('/api/v1/residents/{id}/move_out', { params });
    tell(t('console-resident-moved-out'));
    await again();
  };
  const isOver = resident.state === 'declined' || resident.state === 'moved_out';
  const name = resident.name ?? resident.phone ?? '—';
  return (
    <li className="stack tight">
      <div className="row apart">
        <span className="grow">
          {name}
          <span className="muted small">
            {' '}
            {[resident.name && resident.phone, t(roleText(resident.role))].filter(Boolean).join(' · ')}
          </span>
          {showsUnit && (
            <span className="small">
              {' '}
              <Link to={`/units/${resident.unit_id}`}>
                {t('console-unit-at', { address: resident.address, number: resident.unit })}
              </Link>
            </span>
          )}
        </span>
        <span className={`tag ${stateLook(resident.state)}`}>{t(stateText(resident.state))}</span>
        {!isOver && may('residents.manage') && (
          <button
            type="button"
            className="button quiet small"
            aria-label={t('console-resident-edit-named', { name })}
            onClick={() => setEditing(true)}
          >
            {t('console-change')}
          </button>
        )}
        {!isOver && resident.state !== 'pending' && !showsUnit && may('residents.manage') && (
          <button type="button" className="button quiet small" onClick={() => setMovingOut(true)}>
            {t('console-resident-move-out')}
          </button>
        )}
      </div>
      {resident.state === 'pending' && may('residents.verify') && (
        <div className="row">
          <button
            type="button"
            className="button primary small"
            disabled={answer.isPending}
            onClick={() => answer.mutate(true)}
          >
            {t('console-resident-verify')}
          </button>
          <button
            type="button"
            className="button small"
            disabled={answer.isPending}
            onClick={() => answer.mutate(false)}
          >
            {t('console-resident-decline')}
          </button>
        </div>
      )}
      <ErrorNote error={answer.error} />
      {isEditing && <EditResident id={resident.id} onClose={() => setEditing(false)} />}
      {isMovingOut && (
        <Confirm
          title={t('console-resident-move-out')}
          deed={t('console-resident-move-out')}
          onYes={moveOut}
          onClose={() => setMovingOut(false)}
        >
          {t('console-resident-move-out-hint', { name })}
        </Confirm>
      )}
    </li>
  );
}

function NewResident({ unit }: { unit: string }) {
  const t = useT();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState('owner');
  const create = useMutation({
    mutationFn: () => {
      const body = { unit_id: unit, role, ...(name.trim() && { name }), ...(phone.trim() && { phone }) };
      return api.POST('/api/v1/residents', { body });
    },
    onSuccess: async () => {
      setName('');
      setPhone('');
      await queries.invalidateQueries({ queryKey: ['residents'] });
      await queries.invalidateQueries({ queryKey: ['units'] });
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
      <h3>{t('console-resident-new')}</h3>
      <div className="filters top">
        <TextField
          label={t('console-resident-phone')}
          hint={t('console-resident-phone-hint')}
          wrong={wrongWith(create.error, 'phone')}
          type="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
          maxLength={40}
        />
        <TextField
          label={t('console-resident-name')}
          wrong={wrongWith(create.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={128}
        />
        <SelectField label={t('console-resident-role')} value={role} onChange={(event) => setRole(event.target.value)}>
          {ROLES.map((code) => (
            <option key={code} value={code}>
              {t(roleText(code))}
            </option>
          ))}
        </SelectField>
      </div>
      <ErrorNote error={create.error} fields={['phone', 'name']} />
      <div>
        <button type="submit" className="button primary" disabled={create.isPending}>
          {t('console-resident-add')}
        </button>
      </div>
    </form>
  );
}
