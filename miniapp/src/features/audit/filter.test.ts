import { expect, test } from 'vitest';

import { asked, change, KINDS, read, word } from './filter';

test('the address holds the filter, and nothing that is none', () => {
  expect(read(new URLSearchParams('text=Анна&kind=&page=7'))).toEqual({ text: 'Анна' });
  expect(change({ text: 'Анна', kind: 'signed_in' }, 'kind', '')).toEqual({ text: 'Анна' });
  expect(change({ kind: 'signed_in' }, 'kind', 'exported')).toEqual({ kind: 'exported' });
});

test('a day is asked for from its first moment to the first of the next', () => {
  const { from, to } = asked({ from: '2026-11-30', to: '2026-11-30' });
  expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 60 * 60 * 1000);
  expect(asked({ text: 'x' })).toEqual({ text: 'x' });
});

test('a kind that nobody has words for yet is still told', () => {
  expect(word('event', 'role_changed', KINDS)).toBe('console-event-role-changed');
  expect(word('event', 'something_new', KINDS)).toBe('console-event-other');
});
