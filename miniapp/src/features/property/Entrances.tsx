/** The entrances of a house: door codes, and the sticker of each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { EditEntrance } from './EditEntrance';
import { EntranceFields } from './EntranceFields';
import { LinkCard } from './LinkCard';
import { entrancesOf } from './queries';

export function Entrances({ building }: { building: string }) {
  const t = useT();
  const may = useMay();
  const [shown, setShown] = useState<string>();
  const query = useQuery(entrancesOf(building));
  const [edited, setEdited] = useState<string>();
  return (
    <section className="stack">
      <h2>{t('console-entrances')}</h2>
      <Loaded query={query}>
        {(items) => (
          <div className="card flush">
            <ul className="list">
              {items.map(({ id, number, door_code, units_count }) => (
                <li key={id} className="row apart">
                  <span className="grow">
                    {t('console-entrance-number', { number })}
                    <span className="muted small">
                      {' '}
                      {[door_code && t('console-entrance-code', { code: door_code })].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <span className="muted small">{t('console-entrance-units', { count: units_count })}</span>
                  <button type="button" className="button small" onClick={() => setShown(id)}>
                    {t('console-sticker')}
                  </button>
                  {may('property.manage') && (
                    <button
                      type="button"
                      className="button small"
                      aria-label={t('console-entrance-edit-number', { number })}
                      onClick={() => setEdited(id)}
                    >
                      {t('console-change')}
                    </button>
                  )}
                </li>
              ))}
              {items.length === 0 && <li className="muted">{t('console-entrances-none')}</li>}
            </ul>
          </div>
        )}
      </Loaded>
      {may('property.manage') && <NewEntrance building={building} />}
      {edited && <EditEntrance id={edited} onClose={() => setEdited(undefined)} />}
      {shown && <Sticker id={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}

function Sticker({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const query = useQuery({
    queryKey: ['stickers', id],
    queryFn: async () => (await api.GET('/api/v1/entrances/{id}/sticker', { params: { path: { id } } })).data!,
  });
  return (
    <Dialog title={t('console-sticker')} onClose={onClose}>
      <p className="muted">{t('console-sticker-hint')}</p>
      <Loaded query={query}>{({ link }) => <LinkCard link={link} label={t('console-sticker')} />}</Loaded>
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          {t('console-close')}
        </button>
      </div>
    </Dialog>
  );
}

function NewEntrance({ building }: { building: string }) {
  const t = useT();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const create = useMutation({
    mutationFn: () => {
      const body = { number: Number(number), ...(code.trim() && { door_code: code }) };
      return api.POST('/api/v1/buildings/{id}/entrances', { params: { path: { id: building } }, body });
    },
    onSuccess: async () => {
      setNumber('');
      setCode('');
      await queries.invalidateQueries({ queryKey: ['entrances', building] });
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
        <EntranceFields
          numberLabel={t('console-entrance-new')}
          number={number}
          onNumber={setNumber}
          code={code}
          onCode={setCode}
          error={create.error}
        />
        <button type="submit" className="button" disabled={create.isPending}>
          {t('console-add')}
        </button>
      </div>
      <ErrorNote error={create.error} fields={['number', 'door_code']} />
    </form>
  );
}
