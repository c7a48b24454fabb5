/** A code from the phone beside the password: set up by a QR, with codes for when the phone is lost. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useT } from '../../texts/Texts';
import { Copyable } from '../../ui/Copyable';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { useTell } from '../../ui/Toasts';

/** It is on already: then it can be taken away. */
const IS_ON = 'second_factor_on';

export function SecondFactor() {
  const t = useT();
  const begin = useMutation({ mutationFn: async () => (await api.POST('/api/v1/me/second-factor')).data! });
  const [codes, setCodes] = useState<string[]>();
  const isOn = problemOf(begin.error).code === IS_ON;
  return (
    <section className="card stack">
      <h2>{t('console-second-factor')}</h2>
      {codes && <Codes codes={codes} />}
      {!codes && begin.data && <Enrol enrolment={begin.data} onDone={setCodes} />}
      {!codes && !begin.data && isOn && <TakeAway onDone={() => begin.reset()} />}
      {!codes && !begin.data && !isOn && (
        <>
          <p className="muted">{t('console-second-factor-hint')}</p>
          <ErrorNote error={begin.error} />
          <div>
            <button type="button" className="button" disabled={begin.isPending} onClick={() => begin.mutate()}>
              {t('console-second-factor-set-up')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Enrol({
  enrolment,
  onDone,
}: {
  enrolment: { secret: string; qr: string };
  onDone: (codes: string[]) => void;
}) {
  const t = useT();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: async () => (await api.POST('/api/v1/me/second-factor/confirm', { body: { code: code.trim() } })).data!,
    onSuccess: ({ recovery_codes }) => onDone(recovery_codes),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <p>{t('console-second-factor-scan')}</p>
      <img className="qr" src={enrolment.qr} alt={t('console-second-factor-qr')} />
      <Copyable value={enrolment.secret} label={t('console-second-factor-secret')} />
      <TextField
        label={t('console-code-label')}
        hint={t('console-second-factor-code-hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        wrong={wrongWith(confirm.error, 'code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        maxLength={12}
        required
      />
      <ErrorNote error={confirm.error} fields={['code']} />
      <div>
        <button type="submit" className="button primary" disabled={confirm.isPending}>
          {t('console-second-factor-confirm')}
        </button>
      </div>
    </form>
  );
}

function Codes({ codes }: { codes: string[] }) {
  const t = useT();
  return (
    <>
      <p className="note good" role="status">
        {t('console-second-factor-is-on')}
      </p>
      <p>{t('console-recovery-codes-hint')}</p>
      <Copyable value={codes.join('\n')} label={t('console-recovery-codes')} />
    </>
  );
}

function TakeAway({ onDone }: { onDone: () => void }) {
  const t = useT();
  const tell = useTell();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const disable = useMutation({
    mutationFn: () => api.POST('/api/v1/me/second-factor/disable', { body: { password, code: code.trim() } }),
    onSuccess: () => {
      tell(t('console-second-factor-taken-away'));
      onDone();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        disable.mutate();
      }}
    >
      <p>{t('console-second-factor-take-away-hint')}</p>
      <TextField
        label={t('console-password')}
        type="password"
        autoComplete="current-password"
        wrong={wrongWith(disable.error, 'password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        required
      />
      <TextField
        label={t('console-code-label')}
        hint={t('console-code-hint')}
        autoComplete="one-time-code"
        wrong={wrongWith(disable.error, 'code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        maxLength={32}
        required
      />
      <ErrorNote error={disable.error} fields={['password', 'code']} />
      <div>
        <button type="submit" className="button danger" disabled={disable.isPending}>
          {t('console-second-factor-take-away')}
        </button>
      </div>
    </form>
  );
}
