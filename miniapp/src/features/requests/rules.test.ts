import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { type Eyes, FROM, isOverdue, progress, type Request, STATUSES, verbs } from './rules';

const TABLE = join(
  import.meta.dirname,
  '../../../../crates/domain/src/requests/snapshots/domain__requests__status__tests__transitions.snap',
);

/** `OnTheWay` as `on_the_way`. */
const snake = (name: string) => name.replace(/(?<!^)([A-Z])/gu, '_$1').toLowerCase();

test('the table of verbs is the one of the server', () => {
  const lines = [...readFileSync(TABLE, 'utf8').matchAll(/^(\w+) \+ (\w+) = (\S+)$/gmu)];
  expect(lines.length).toBe(STATUSES.length * Object.keys(FROM).length);
  for (const [line, status, verb, to] of lines) {
    const from: readonly string[] = FROM[snake(verb!) as keyof typeof FROM];
    expect(from.includes(snake(status!)), line).toBe(to !== '—');
  }
});

const request = (more: Partial<Request>): Request => ({ reporter_id: 'anna', helper_ids: [], ...more }) as Request;
const anna: Eyes = { person: 'anna', member: undefined, granted: { 'requests.accept': 'own', 'requests.read': 'own' } };
const bobur: Eyes = {
  person: 'bobur',
  member: 'b',
  granted: { 'requests.take': 'all', 'requests.complete': 'assigned', 'requests.update': 'assigned' },
};
const malika: Eyes = {
  person: 'malika',
  member: 'm',
  granted: {
    'requests.take': 'all',
    'requests.complete': 'all',
    'requests.update': 'all',
    'requests.assign': 'all',
    'requests.accept': 'own',
  },
};

test('a resident withdraws what is open, and answers what is done', () => {
  expect(verbs(anna, request({ status: 'new' }))).toEqual(['cancel']);
  expect(verbs(anna, request({ status: 'done' }))).toEqual(['accept', 'return']);
  expect(verbs(anna, request({ status: 'closed', closing: 'accepted' }))).toEqual(['rate']);
  const until = request({ status: 'closed', rating: 5, reopenable_until: '2026-12-01T00:00:00Z' });
  expect(verbs(anna, until, Date.parse('2026-11-30T00:00:00Z'))).toEqual(['reopen']);
  expect(verbs(anna, until, Date.parse('2026-12-02T00:00:00Z'))).toEqual([]);
});

test('a worker takes what is free, and works on what they have', () => {
  expect(verbs(bobur, request({ status: 'new' }))).toEqual(['take']);
  expect(verbs(bobur, request({ status: 'assigned', assignee_id: 'other' }))).toEqual([]);
  expect(verbs(bobur, request({ status: 'accepted', assignee_id: 'b' }))).toEqual([
    'depart',
    'complete',
    'arrive',
    'pause',
    'release',
    'edit',
  ]);
  expect(verbs(bobur, request({ status: 'in_progress', assignee_id: 'other' }))).toEqual(['help']);
});

test('the desk assigns first, and ends without the resident', () => {
  expect(verbs(malika, request({ status: 'new' }))).toEqual(['take', 'assign', 'edit', 'merge', 'decline', 'close']);
  expect(verbs(malika, request({ status: 'closed', closing: 'by_staff' }))).toEqual([]);
});

test('what stands still is not late', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  const late = { status: 'new', due_at: '2026-11-21T11:00:00Z' };
  expect(isOverdue(late, now)).toBe(true);
  expect(isOverdue({ ...late, stopped_at: '2026-11-21T10:00:00Z' }, now)).toBe(false);
  expect(isOverdue({ ...late, status: 'done' }, now)).toBe(false);
  expect(isOverdue({ ...late, due_at: '2026-11-21T13:00:00Z' }, now)).toBe(false);
  expect([progress('new'), progress('closed'), progress('declined')]).toEqual([1, 5, undefined]);
});
