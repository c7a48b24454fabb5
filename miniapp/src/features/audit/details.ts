/** What an event says beside its kind, in words where there are any. Ids say nothing to a person and are left out. */
import type { Args } from '../../texts/bundle';
import { deviceOf } from '../../ui/device';

type T = (id: string, args?: Args) => string;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

export function details(t: T, data: unknown): string[] {
  const said = record(data);
  const [name, from, to, device] = [text(said.name), text(said.from), text(said.to), text(said.device)];
  const known = device ? deviceOf(device) : undefined;
  return [
    name,
    said.kind === 'role_changed' && from && to && `${t(role(from))} → ${t(role(to))}`,
    said.kind === 'member_added' && text(said.role) && t(role(String(said.role))),
    typeof said.number === 'number' && `№${said.number}`,
    known && [known.program, known.system].filter(Boolean).join(', '),
    said.new_device === true && t('console-event-new-device'),
    typeof said.rows === 'number' && t('console-event-rows', { count: said.rows }),
    typeof said.stars === 'number' && '★'.repeat(said.stars),
    text(said.what),
  ].filter((it): it is string => typeof it === 'string' && it !== '');
}

function role(code: string): string {
  return `access-role-${code.replaceAll('_', '-')}`;
}

/** Field, old, new. Of a list, only what went and what came. */
export function edits(changes: unknown): { field: string; old: string; now: string }[] {
  return Object.entries(record(changes)).flatMap(([field, pair]) => {
    if (!Array.isArray(pair)) return [];
    const [old, now] = pair as [unknown, unknown];
    if (!Array.isArray(old) || !Array.isArray(now)) return [{ field, old: shown(old), now: shown(now) }];
    const [went, came] = [old.filter((it) => !now.includes(it)), now.filter((it) => !old.includes(it))];
    return [{ field, old: shown(went.map(shown).join(', ')), now: shown(came.map(shown).join(', ')) }];
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
