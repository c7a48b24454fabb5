/** The facts of an entrance: its number, what opens its door, a note for those who work there. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import type { components } from '../../api/schema';
import type { Tagged } from '../../api/tagged';
import { useToEdit } from '../../api/useToEdit';
import { useT } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { EntranceFields } from './EntranceFields';

type Entrance = components['schemas']['Entrance'];

export function EditEntrance({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const query = useToEdit<Entrance>(['entrances', 'one', id], () =>
    api.GET('/api/v1/entrances/{id}', { params: { path: { id } } }),
  );
  return (
    <Dialog title={t('console-entrance-edit')} onClose={onClose}>
      <Loaded query={query}>{(entrance) => <Form entrance={entrance} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function Form({ entrance, onClose }: { entrance: Tagged<Entrance>; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [number, setNumber] = useState(String(entrance.number));
  const [code, setCode] = useState(entrance.door_code ?? '');
  const [note, setNote] = useState(entrance.note ?? '');
  const params = { path: { id: entrance.id }, header: { 'If-Match': entrance.etag } };
  const after = async () => {
    await queries.invalidateQueries({ queryKey: ['entrances'] });
    onClose();
  };
  const save = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/entrances/{id}', {
        params,
        body: { number: Number(number), door_code: code.trim() || null, note: note.trim() || null },
      }),
    onSuccess: after,
  });
  const archive = useMutation({
    mutationFn: () => api.DELETE('/api/v1/entrances/{id}', { params }),
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
        <EntranceFields
          numberLabel={t('console-unit-number')}
          number={number}
          onNumber={setNumber}
          code={code}
          onCode={setCode}
          error={save.error}
        />
      </div>
      <AreaField
        label={t('console-property-note')}
        hint={t('console-property-note-hint')}
        wrong={wrongWith(save.error, 'note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={1000}
        rows={2}
      />
      <ErrorNote error={save.error ?? archive.error} fields={['number', 'door_code', 'note']} />
      <div className="row end">
        {entrance.units_count === 0 && (
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
