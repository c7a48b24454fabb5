/** The houses of the org: by complex, by words; and a new one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { useSettled } from '../../ui/useSettled';
import { complexes } from './queries';

export function Buildings() {
  const t = useT();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const [complex, setComplex] = useState('');
  const [isAdding, setAdding] = useState<'building' | 'complex'>();
  const q = useSettled(typed.trim());
  const known = useQuery(complexes).data ?? [];
  const list = usePages(['buildings', { q, complex }], async (after) => {
    const query = { limit: 50, ...(q && { q }), ...(complex && { complex_id: complex }), ...(after && { after }) };
    return (await api.GET('/api/v1/buildings', { params: { query } })).data!;
  });
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-buildings')}</h1>
        {may('property.manage') && (
          <div className="row">
            <button type="button" className="button" onClick={() => setAdding('complex')}>
              {t('console-complex-add')}
            </button>
            <button type="button" className="button primary" onClick={() => setAdding('building')}>
              {t('console-building-add')}
            </button>
          </div>
        )}
      </div>
      <div className="filters">
        <TextField
          label={t('console-buildings-search')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={100}
        />
        <SelectField label={t('console-complex')} value={complex} onChange={(event) => setComplex(event.target.value)}>
          <option value="">{t('console-complex-any')}</option>
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Loaded query={list}>
        {(buildings) => (
          <div className="card flush">
            {buildings.length === 0 && (
              <Empty title={t('console-buildings-none')}>{t('console-buildings-none-hint')}</Empty>
            )}
            <ul className="list">
              {buildings.map((building) => (
                <li key={building.id} className="row apart">
                  <span className="grow">
                    <Link to={`/buildings/${building.id}`}>{building.address}</Link>
                    {(building.name ?? building.complex_name) && (
                      <span className="muted small">
                        {' '}
                        {[building.name, building.complex_name].filter(Boolean).join(' · ')}
                      </span>
                    )}
                  </span>
                  <span className="muted small">
                    {t('console-building-units', { count: building.units_count, inhabited: building.inhabited_count })}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      <More list={list} />
      {isAdding === 'building' && <NewBuilding complexes={known} onClose={() => setAdding(undefined)} />}
      {isAdding === 'complex' && <NewComplex onClose={() => setAdding(undefined)} />}
    </div>
  );
}

function NewBuilding({
  complexes,
  onClose,
}: {
  complexes: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [address, setAddress] = useState('');
  const [complex, setComplex] = useState('');
  const create = useMutation({
    mutationFn: async () => {
      const body = { address, ...(complex && { complex_id: complex }) };
      return (await api.POST('/api/v1/buildings', { body })).data!;
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['buildings'] });
      void navigate(`/buildings/${id}`);
    },
  });
  return (
    <Dialog title={t('console-building-add')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TextField
          label={t('console-building-address')}
          hint={t('console-building-address-hint')}
          wrong={wrongWith(create.error, 'address')}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          maxLength={200}
          required
        />
        <SelectField label={t('console-complex')} value={complex} onChange={(event) => setComplex(event.target.value)}>
          <option value="">{t('console-complex-no')}</option>
          {complexes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <ErrorNote error={create.error} fields={['address']} />
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            {t('console-cancel')}
          </button>
          <button type="submit" className="button primary" disabled={create.isPending}>
            {t('console-add')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function NewComplex({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => api.POST('/api/v1/complexes', { body: { name } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['complexes'] });
      onClose();
    },
  });
  return (
    <Dialog title={t('console-complex-add')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TextField
          label={t('console-complex-name')}
          wrong={wrongWith(create.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={120}
          required
        />
        <ErrorNote error={create.error} fields={['name']} />
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            {t('console-cancel')}
          </button>
          <button type="submit" className="button primary" disabled={create.isPending}>
            {t('console-add')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
