/** The key of a link that was sent by mail or by the bot: after the #, which reaches no server and no log, or typed. */
import { type ReactNode, useState } from 'react';
import { useLocation } from 'react-router';

import { useT } from '../../texts/Texts';
import { TextField, wrongWith } from '../../ui/Field';

/** The key, and the field for whoever was sent the key alone. */
export function useLinkKey(error: unknown): [string, ReactNode] {
  const t = useT();
  const linked = useLocation().hash.slice(1);
  const [typed, setTyped] = useState('');
  const field = (
    <TextField
      label={t('console-link-key')}
      autoComplete="off"
      maxLength={200}
      wrong={wrongWith(error, 'token')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      required
    />
  );
  return linked ? [linked, null] : [typed.trim(), field];
}
