/** Who is away or will be, and who stands in for them. One notes one's own; whoever plans the shifts, everybody's. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { ErrorNote } from '../../ui/ErrorNote';
import { wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { MemberSelect } from './MemberSelect';
import { PeriodFields } from './PeriodFields';
import { instant } from './times';

const FIELDS = ['ends_at', 'deputy_id'];

export function Absences() {
  const { t, lang } = useTexts();
  const queries = useQueryClient();
  const absences = useQuery({
    queryKey: ['absences'],
    queryFn: async () => (await api.GET('/api/v1/absences')).data!.items,
  });
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/absences/{id}', { params: { path: { id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['absences'] }),
  });
  return (
    <section className="stack">
      <h2>{t('console-absences')}</h2>
      <p className="muted">{t('console-absences-hint')}</p>
      <ErrorNote error={end.error} />
      <Loaded query={absences}>
        {(items) =>
          items.length > 0 && (
            <div className="card flush">
              <ul className="list">
                {items.map(({ id, name, deputy_name, starts_at, ends_at }) => (
                  <li key={id} className="row apart">
                    <span>
                      <strong>{name}</strong> {moment(lang, starts_at)} – {moment(lang, ends_at)}
                      <br />
                      <span className="muted">
                        {deputy_name
                          ? t('console-absence-deputy', { name: deputy_name })
                          : t('console-absence-no-deputy')}
                      </span>
                    </span>
                    <button
                      type="button"
                      className="button small"
                      disabled={end.isPending}
                      onClick={() => end.mutate(id)}
                    >
                      {t('console-absence-end')}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
      <NewAbsence />
    </section>
  );
}

function NewAbsence() {
  const { t } = useTexts();
  const may = useMay();
  const tell = useTell();
  const queries = useQueryClient();
  const [member, setMember] = useState('');
  const [deputy, setDeputy] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const note = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/absences', {
        body: {
          member_id: member || null,
          deputy_id: deputy || null,
          starts_at: instant(from),
          ends_at: instant(to),
        },
      }),
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['absences'] });
    },
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate();
      }}
    >
      <div className="filters top">
        {may('shifts.manage') && (
          <MemberSelect
            label={t('console-absence-who')}
            value={member}
            onChange={setMember}
            nobody={t('console-absence-me')}
          />
        )}
        <MemberSelect
          label={t('console-absence-stand-in')}
          value={deputy}
          onChange={setDeputy}
          nobody={t('console-absence-nobody')}
          wrong={wrongWith(note.error, 'deputy_id')}
        />
        <PeriodFields from={from} onFrom={setFrom} to={to} onTo={setTo} error={note.error} />
      </div>
      <ErrorNote error={note.error} fields={FIELDS} />
      <div>
        <button type="submit" className="button primary" disabled={note.isPending}>
          {t('console-absence-note')}
        </button>
      </div>
    </form>
  );
}
