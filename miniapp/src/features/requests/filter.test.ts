import { expect, test } from 'vitest';

import { asked, change, isNarrowed, read, startOf } from './filter';

test('a filter is kept in the address and read back', () => {
  const params = change(new URLSearchParams('open=1'), { q: 'течёт', priority: 'high', overdue: true });
  const filter = read(params);
  expect([filter.q, filter.priority, filter.overdue, isNarrowed(filter)]).toEqual(['течёт', 'high', true, true]);
  const none = change(params, { q: '', priority: '', overdue: false });
  expect(none.toString()).toBe('open=1');
  expect(isNarrowed(read(none))).toBe(false);
});

test('the open ones are shown unless something else is said', () => {
  const filter = read(new URLSearchParams());
  expect(asked(filter, 'm')).toEqual({ open: true });
  expect(asked({ ...filter, status: 'any' }, 'm')).toEqual({});
  expect(asked({ ...filter, status: 'closed' }, 'm')).toEqual({ status: 'closed' });
});

test('mine, nobody’s and somebody’s', () => {
  const filter = { ...read(new URLSearchParams()), status: 'any' };
  expect(asked({ ...filter, assignee: 'me' }, 'm')).toEqual({ assignee_id: 'm' });
  expect(asked({ ...filter, assignee: 'none' }, 'm')).toEqual({ unassigned: true });
  expect(asked({ ...filter, assignee: 'x' }, 'm')).toEqual({ assignee_id: 'x' });
});

test('the last day counts whole', () => {
  const filter = { ...read(new URLSearchParams()), status: 'any', from: '2026-11-30', to: '2026-11-30' };
  const { from, to } = asked(filter, undefined) as { from: string; to: string };
  expect(Date.parse(to) - Date.parse(from)).toBe(24 * 60 * 60_000);
  expect(startOf('2026-11-30', 1)).toBe(startOf('2026-12-01', 0));
});
