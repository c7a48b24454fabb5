/** A flat: who lives there, its link, what is said of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { type Tagged, tagged } from '../../api/tagged';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { AreaField, SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { EditForm } from './EditForm';
import { LinkCard } from './LinkCard';
import { entrancesOf } from './queries';
import { ResidentsOf } from './Residents';
import { areaOf, areaText, kindText, UNIT_KINDS } from './words';

interface Flat {
  id: string;
  building_id: string;
  address: string;
  number: string;
  entrance_id?: string | null | undefined;
  floor?: number | null | undefined;
  kind: string;
  area_cm2?: number | null | undefined;
  account?: string | null | undefined;
  note?: string | null | undefined;
  residents_count: number;
  waiting_count: number;
  version: number;
}

export function UnitPage() {
  const t = useT();
  const { id = '' } = useParams();
  const may = useMay();
  const query = useQuery({
    queryKey: ['units', id],
    queryFn: async () => tagged(await api.GET('/api/v1/units/{id}', { params: { path: { id } } })),
  });
  return (
    <div className="stack">
      <Loaded query={query}>
        {(unit) => (
          <>
            <p>
              <Link to={`/buildings/${unit.building_id}`}>{unit.address}</Link>
            </p>
            <h1>{t('console-unit-title', { kind: t(kindText(unit.kind)), number: unit.number })}</h1>
            {may('residents.read') && <ResidentsOf unit={unit.id} />}
            <Invite unit={unit.id} />
            {may('property.manage') && <Editor key={unit.version} unit={unit} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Invite({ unit }: { unit: string }) {
  const t = useT();
  const may = useMay();
  const tell = useTell();
  const queries = useQueryClient();
  const [isShown, setShown] = useState(false);
  const [isRenewing, setRenewing] = useState(false);
  const params = { path: { id: unit } };
  const query = useQuery({
    queryKey: ['unit-invites', unit],
    queryFn: async () => (await api.GET('/api/v1/units/{id}/invite', { params })).data!,
    enabled: isShown,
  });
  const renew = async () => {
    await api.POST('/api/v1/units/{id}/invite', { params });
    tell(t('console-unit-link-renewed'));
    await queries.invalidateQueries({ queryKey: ['unit-invites', unit] });
  };
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{t('console-unit-link')}</h2>
        {!isShown && (
          <button type="button" className="button" onClick={() => setShown(true)}>
            {t('console-unit-link-show')}
          </button>
        )}
      </div>
      <p className="muted">{t('console-unit-link-hint')}</p>
      {isShown && (
        <Loaded query={query}>{({ link }) => <LinkCard link={link} label={t('console-unit-link')} />}</Loaded>
      )}
      {isShown && may('property.manage') && (
        <div>
          <button type="button" className="button small" onClick={() => setRenewing(true)}>
            {t('console-unit-link-renew')}
          </button>
        </div>
      )}
      {isRenewing && (
        <Confirm
          title={t('console-unit-link-renew')}
          deed={t('console-unit-link-renew')}
          onYes={renew}
          onClose={() => setRenewing(false)}
        >
          {t('console-unit-link-renew-hint')}
        </Confirm>
      )}
    </section>
  );
}

function Editor({ unit }: { unit: Tagged<Flat> }) {
  const t = useT();
  const tell = useTell();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [number, setNumber] = useState(unit.number);
  const [kind, setKind] = useState(unit.kind);
  const [entrance, setEntrance] = useState(unit.entrance_id ?? '');
  const [floor, setFloor] = useState(String(unit.floor ?? ''));
  const [area, setArea] = useState(areaText(unit.area_cm2));
  const [account, setAccount] = useState(unit.account ?? '');
  const [note, setNote] = useState(unit.note ?? '');
  const entrances = useQuery(entrancesOf(unit.building_id));
  const params = { path: { id: unit.id }, header: { 'If-Match': unit.etag } };
  const metres = areaOf(area);
  const save = useMutation({
    mutationFn: () => {
      const body = {
        number,
        kind,
        entrance_id: entrance || null,
        floor: floor.trim() ? Number(floor) : null,
        area_cm2: metres ?? null,
        account: account.trim() || null,
        note: note.trim() || null,
      };
      return api.PATCH('/api/v1/units/{id}', { params, body });
    },
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['units'] });
    },
  });
  const remove = async () => {
    await api.DELETE('/api/v1/units/{id}', { params });
    void navigate(`/buildings/${unit.building_id}`, { replace: true });
    await queries.invalidateQueries({ queryKey: ['units'] });
  };
  return (
    <EditForm
      title={t('console-unit-about')}
      fields={['number', 'floor', 'area', 'account', 'note']}
      save={save}
      canSave={metres !== undefined}
      archive={unit.residents_count + unit.waiting_count === 0 ? remove : undefined}
      archiveHint={t('console-unit-archive-hint', { number: unit.number })}
    >
      <div className="filters top">
        <TextField
          label={t('console-unit-number')}
          wrong={wrongWith(save.error, 'number')}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          maxLength={20}
          required
        />
        <SelectField label={t('console-unit-kind')} value={kind} onChange={(event) => setKind(event.target.value)}>
          {UNIT_KINDS.map((code) => (
            <option key={code} value={code}>
              {t(kindText(code))}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('console-unit-entrance')}
          value={entrance}
          onChange={(event) => setEntrance(event.target.value)}
        >
          <option value="">—</option>
          {(entrances.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {one.number}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('console-unit-floor')}
          wrong={wrongWith(save.error, 'floor')}
          inputMode="numeric"
          pattern="-?[0-9]*"
          value={floor}
          onChange={(event) => setFloor(event.target.value)}
          maxLength={3}
        />
        <TextField
          label={t('console-unit-area')}
          wrong={metres === undefined ? t('console-unit-area-wrong') : wrongWith(save.error, 'area')}
          inputMode="decimal"
          value={area}
          onChange={(event) => setArea(event.target.value)}
          maxLength={10}
        />
        <TextField
          label={t('console-unit-account')}
          wrong={wrongWith(save.error, 'account')}
          value={account}
          onChange={(event) => setAccount(event.target.value)}
          maxLength={40}
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
