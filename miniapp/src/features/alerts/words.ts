/** What an alert says, in the words that the bot has for it. */
import type { Args } from '../../texts/bundle';
import { deviceOf } from '../../ui/device';

type T = (id: string, args?: Args) => string;

export interface Alert {
  id: string;
  kind: string;
  person_id?: string | null | undefined;
  person_name?: string | null | undefined;
  facts: Facts;
  raised_at: string;
  answer?: string | null | undefined;
  answered_by?: string | null | undefined;
}

interface Facts {
  device?: string;
  address?: string;
  count?: number;
  minutes?: number;
  role?: string;
  by?: string;
  bot?: string;
}

export function title(t: T, { kind, person_name, facts }: Alert): string {
  const name = person_name ?? '—';
  const { count = 0, bot = '—' } = facts;
  switch (kind) {
    case 'new_device':
      return t('alerts-new-device', { name });
    case 'many_failures':
      return t('alerts-many-failures', { count, name, minutes: facts.minutes ?? 10 });
    case 'mass_export':
      return t('alerts-mass-export', { count, name, minutes: facts.minutes ?? 60 });
    case 'role_raised':
      return t('alerts-role-raised', { name, role: role(t, facts.role) });
    case 'bot_token_changed':
      return t('alerts-bot-token-changed', { bot });
    case 'odd_hours':
      return t('alerts-odd-hours', { name });
    default:
      return t('console-alert-other', { name });
  }
}

export function facts(t: T, { facts: { by, device, address } }: Alert): string[] {
  const known = device ? deviceOf(device) : undefined;
  return [
    by && t('alerts-by', { name: by }),
    known && `📱 ${[known.program, known.system].filter(Boolean).join(', ')}`,
    address && `🌐 ${address}`,
  ].filter((it): it is string => !!it);
}

/** A role within a sentence. */
function role(t: T, code: string | undefined): string {
  if (!code) return '—';
  const name = t(`access-role-${code.replaceAll('_', '-')}`);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
