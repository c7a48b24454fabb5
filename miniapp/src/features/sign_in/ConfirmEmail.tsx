/** An address is confirmed by the link that was sent to it. It counts when the button is pressed, not when it is opened. */
import { useMutation } from '@tanstack/react-query';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { DoorForm } from './DoorForm';
import { useLinkKey } from './useLinkKey';

export function ConfirmEmail() {
  const t = useT();
  const confirm = useMutation({
    mutationFn: (token: string) => api.POST('/api/v1/auth/email/confirm', { body: { token } }),
  });
  const [token, keyField] = useLinkKey(confirm.error);
  return (
    <DoorForm
      title={t('console-confirm-email')}
      mutation={{ ...confirm, mutate: () => confirm.mutate(token) }}
      deed={t('console-confirm-email-deed')}
      fields={['token']}
      done={confirm.isSuccess ? t('console-confirm-email-done') : undefined}
    >
      <p className="muted">{t('console-confirm-email-hint')}</p>
      {keyField}
    </DoorForm>
  );
}
