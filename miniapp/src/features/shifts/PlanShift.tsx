/** A shift for the roster. Its member is told. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { SelectField } from '../../ui/Field';
import { useTell } from '../../ui/Toasts';
import { MemberSelect } from './MemberSelect';
import { PeriodFields } from './PeriodFields';
import { instant } from './times';

const DUTIES = ['dispatcher', 'worker', 'manager'];
const FIELDS = ['starts_at', 'ends_at'];

export function PlanShift() {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  const [member, setMember] = useState('');
  const [duty, setDuty] = useState('dispatcher');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const plan = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/shifts', {
        body: { member_id: member, duty, starts_at: instant(from), ends_at: instant(to), building_ids: [] },
      }),
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['shifts'] });
    },
  });
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        plan.mutate();
      }}
    >
      <h2>{t('console-shift-plan')}</h2>
      <div className="filters top">
        <MemberSelect label={t('console-shift-who')} value={member} onChange={setMember} />
        <SelectField label={t('console-shift-duty')} value={duty} onChange={(event) => setDuty(event.target.value)}>
          {DUTIES.map((code) => (
            <option key={code} value={code}>
              {t(`console-duty-${code}`)}
            </option>
          ))}
        </SelectField>
        <PeriodFields from={from} onFrom={setFrom} to={to} onTo={setTo} error={plan.error} />
      </div>
      <ErrorNote error={plan.error} fields={FIELDS} />
      <div>
        <button type="submit" className="button primary" disabled={plan.isPending}>
          {t('console-shift-plan')}
        </button>
      </div>
    </form>
  );
}
