/** A new password, by the link that came by mail or through the bot. Every session ends with it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { wrongWith } from '../../ui/Field';
import { NewPassword } from '../../ui/NewPassword';
import { DoorForm } from './DoorForm';
import { useLinkKey } from './useLinkKey';

export function Reset() {
  const t = useT();
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: (token: string) => api.POST('/api/v1/auth/password/reset', { body: { token, password } }),
  });
  const [token, keyField] = useLinkKey(reset.error);
  return (
    <DoorForm
      title={t('console-reset')}
      mutation={{ ...reset, mutate: () => reset.mutate(token) }}
      deed={t('console-save')}
      fields={['token', 'password']}
      done={reset.isSuccess ? t('console-reset-done') : undefined}
    >
      {keyField}
      <NewPassword
        label={t('console-password')}
        wrong={wrongWith(reset.error, 'password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </DoorForm>
  );
}
