/** A forgotten password: a link comes by mail and through the bot. Whether the address is known is not told here. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { TextField, wrongWith } from '../../ui/Field';
import { DoorForm } from './DoorForm';

export function Forgot() {
  const t = useT();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: async () => (await api.POST('/api/v1/auth/password/forgot', { body: { email: email.trim() } })).data!,
  });
  const sent = ask.data && t(ask.data.by_mail ? 'console-forgot-sent' : 'console-forgot-sent-bot');
  return (
    <DoorForm title={t('console-forgot')} mutation={ask} deed={t('console-forgot-deed')} fields={['email']} done={sent}>
      <p className="muted">{t('console-forgot-hint')}</p>
      <TextField
        label={t('console-email')}
        type="email"
        autoComplete="username"
        wrong={wrongWith(ask.error, 'email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        required
      />
    </DoorForm>
  );
}
