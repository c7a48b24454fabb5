/** A house: what is said of it, its entrances with their stickers, its flats. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { useT } from '../../texts/Texts';
import { AreaField, SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { EditForm } from './EditForm';
import { Entrances } from './Entrances';
import { complexes } from './queries';
import { Risers } from './Risers';
import { UnitList } from './UnitList';

interface House {
  id: string;
  address: string;
  name?: string | null | undefined;
  complex_id?: string | null | undefined;
  entrances?: number | null | undefined;
  point?: { latitude: number; longitude: number } | null | undefined;
  floors?: number | null | undefined;
  note?: string | null | undefined;
  units_count: number;
  version: number;
}

export function BuildingPage() {
  const t = useT();
  const { id = '' } = useParams();
  const may = useMay();
  const query = useQuery({
    queryKey: ['buildings', id],
    queryFn: async () => tagged(await api.GET('/api/v1/buildings/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="stack">
      <p>
        <Link to="/buildings">{t('console-buildings')}</Link>
      </p>
      <Loaded query={query}>
        {(house) => (
          <>
            <h1>{house.address}</h1>
            <UnitList building={house.id} canAdd={may('property.manage')} />
            <Entrances building={house.id} />
            <Risers building={house.id} />
            {may('property.manage') && <Editor key={house.version} house={house} />}
            {!may('property.manage') && house.note && <div className="card">{house.note}</div>}
          </>
        )}
      </Loaded>
    </div>
  );
}

const numberOf = (typed: string) => (typed.trim() ? Number(typed) : null);

function Editor({ house }: { house: Tagged<House> }) {
  const t = useT();
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const known = useQuery(complexes).data ?? [];
  const [address, setAddress] = useState(house.address);
  const [name, setName] = useState(house.name ?? '');
  const [complex, setComplex] = useState(house.complex_id ?? '');
  const [floors, setFloors] = useState(String(house.floors ?? ''));
  const [note, setNote] = useState(house.note ?? '');
  const params = { path: { id: house.id }, header: { 'If-Match': house.etag } };
  const save = useMutation({
    mutationFn: () => {
      const body = {
        address,
        name: name.trim() || null,
        complex_id: complex || null,
        point: house.point ?? null,
        entrances: house.entrances ?? null,
        floors: numberOf(floors),
        note: note.trim() || null,
      };
      return api.PATCH('/api/v1/buildings/{id}', { params, body });
    },
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['buildings'] });
    },
  });
  const remove = async () => {
    await api.DELETE('/api/v1/buildings/{id}', { params });
    void navigate('/buildings', { replace: true });
    await queries.invalidateQueries({ queryKey: ['buildings'] });
  };
  return (
    <EditForm
      title={t('console-building-about')}
      fields={['address', 'floors', 'note']}
      save={save}
      archive={house.units_count === 0 ? remove : undefined}
      archiveHint={t('console-building-archive-hint', { address: house.address })}
    >
      <TextField
        label={t('console-building-address')}
        wrong={wrongWith(save.error, 'address')}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        maxLength={200}
        required
      />
      <div className="filters top">
        <TextField
          label={t('console-building-name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={120}
        />
        <SelectField label={t('console-complex')} value={complex} onChange={(event) => setComplex(event.target.value)}>
          <option value="">{t('console-complex-no')}</option>
          {known.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('console-building-floors')}
          wrong={wrongWith(save.error, 'floors')}
          inputMode="numeric"
          pattern="[0-9]*"
          value={floors}
          onChange={(event) => setFloors(event.target.value)}
          maxLength={3}
        />
      </div>
      <AreaField
        label={t('console-property-note')}
        hint={t('console-property-note-hint')}
        wrong={wrongWith(save.error, 'note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={1000}
        rows={3}
      />
    </EditForm>
  );
}
