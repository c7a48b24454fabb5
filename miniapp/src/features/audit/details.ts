/** What an event says beside its kind, in words where there are any. Ids say nothing to a person and are left out. */
import type { Args } from '../../texts/bundle';
import { roleText } from '../../texts/roles';
import { deviceOf } from '../../ui/device';

type T = (id: string, args?: Args) => string;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Events whose `role` is one that comes with Kontora; of others it is an id. */
const TELL_ROLE = new Set([
  'member_added',
  'member_removed',
  'member_left',
  'invite_created',
  'invite_revoked',
  'invite_accepted',
]);

export function details(t: T, data: unknown): string[] {
  const said = record(data);
  const [name, from, to, device] = [text(said.name), text(said.from), text(said.to), text(said.device)];
  const known = device ? deviceOf(device) : undefined;
  return [
    name,
    said.kind === 'role_changed' && from && to && `${t(roleText(from))} → ${t(roleText(to))}`,
    TELL_ROLE.has(String(said.kind)) && text(said.role) && t(roleText(String(said.role))),
    typeof said.number === 'number' && `№${said.number}`,
    known && [known.program, known.system].filter(Boolean).join(', '),
    said.new_device === true && t('console-event-new-device'),
    typeof said.rows === 'number' && t('console-event-rows', { count: said.rows }),
    typeof said.stars === 'number' && '★'.repeat(said.stars),
    text(said.what),
  ].filter((it): it is string => typeof it === 'string' && it !== '');
}

/** The fields that there are words for. */
export const FIELDS = [
  'active',
  'allowed_from',
  'assignee',
  'calendar',
  'colour',
  'currency',
  'custom_role',
  'duty',
  'ends_at',
  'events',
  'failures',
  'failures_minutes',
  'filter',
  'grants',
  'greeting',
  'hidden',
  'industry',
  'language',
  'members',
  'members_see',
  'name',
  'new_device',
  'odd_hours',
  'rating',
  'redirect_uris',
  'returns',
  'role',
  'rows_exported',
  'rows_minutes',
  'scopes',
  'second_factor',
  'short_name',
  'skills',
  'starts_at',
  'status',
  'strategy',
  'time_zone',
  'url',
  'working_hours',
] as const;

/** Values that are codes: the words for them, by field. */
const CODES: Record<string, readonly string[]> = {
  status: ['new', 'in_progress', 'done', 'returned', 'closed', 'cancelled'],
  language: ['ru', 'uz', 'en'],
  members_see: ['all', 'team', 'assigned', 'own'],
};

export interface Edit {
  field: string;
  old: string;
  now: string;
}

/** Field, old, new, in words where there are any. Of a list, only what went and what came. */
export function edits(t: T, changes: unknown): Edit[] {
  return Object.entries(record(changes)).flatMap(([field, pair]) => {
    if (!Array.isArray(pair)) return [];
    const [old, now] = pair as [unknown, unknown];
    const words = (value: unknown) => shown(t, field, value);
    const name = (FIELDS as readonly string[]).includes(field)
      ? t(`console-field-${field.replaceAll('_', '-')}`)
      : field;
    if (!Array.isArray(old) || !Array.isArray(now)) return [{ field: name, old: words(old), now: words(now) }];
    const [went, came] = [old.filter((it) => !now.includes(it)), now.filter((it) => !old.includes(it))];
    const list = (values: unknown[]) => words(values.map((it) => words(it)).join(', '));
    return [{ field: name, old: list(went), now: list(came) }];
  });
}

function shown(t: T, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return t(value ? 'console-yes' : 'console-no');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'role') return t(roleText(value));
  if (UUID.test(value)) return '…'; // an id says nothing to a person
  return CODES[field]?.includes(value) ? t(`console-value-${value.replaceAll('_', '-')}`) : value;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
