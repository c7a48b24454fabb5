/** What the register knows of a resident. Name and phone of somebody who has met the bot are their own. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import type { components } from '../../api/schema';
import type { Tagged } from '../../api/tagged';
import { useToEdit } from '../../api/useToEdit';
import { useT } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { ROLES, roleText } from './words';

type Resident = components['schemas']['Resident'];

export function EditResident({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const query = useToEdit<Resident>(['residents', 'one', id], () =>
    api.GET('/api/v1/residents/{id}', { params: { path: { id } } }),
  );
  return (
    <Dialog title={t('console-resident-edit')} onClose={onClose}>
      <Loaded query={query}>{(resident) => <Form resident={resident} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function Form({ resident, onClose }: { resident: Tagged<Resident>; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [name, setName] = useState(resident.name ?? '');
  const [phone, setPhone] = useState(resident.phone ?? '');
  const [role, setRole] = useState(resident.role ?? '');
  const isTheirs = !!resident.person_id;
  const save = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/residents/{id}', {
        params: { path: { id: resident.id }, header: { 'If-Match': resident.etag } },
        // What is left out stays, which the schema's types do not know.
        body: {
          role: role || null,
          ...(!isTheirs && { name: name.trim() || null, phone: phone.trim() || null }),
        } as components['schemas']['ResidentEdit'],
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['residents'] });
      onClose();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {isTheirs && (
        <p className="muted">{t('console-resident-theirs', { name: resident.name ?? resident.phone ?? '—' })}</p>
      )}
      {!isTheirs && (
        <>
          <TextField
            label={t('console-resident-phone')}
            wrong={wrongWith(save.error, 'phone')}
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
            maxLength={40}
          />
          <TextField
            label={t('console-resident-name')}
            wrong={wrongWith(save.error, 'name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={128}
          />
        </>
      )}
      <SelectField label={t('console-resident-role')} value={role} onChange={(event) => setRole(event.target.value)}>
        {!resident.role && <option value="">{t(roleText(null))}</option>}
        {ROLES.map((code) => (
          <option key={code} value={code}>
            {t(roleText(code))}
          </option>
        ))}
      </SelectField>
      <ErrorNote error={save.error} fields={['phone', 'name']} />
      <div className="row end">
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
