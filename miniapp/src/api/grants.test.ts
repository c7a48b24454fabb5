import { expect, test } from 'vitest';

import { byResource, choose, read, written } from './grants';

test('what is read and written again is the same, in order', () => {
  expect(written(read(['requests.read:team', 'deals.read:all']))).toEqual(['deals.read:all', 'requests.read:team']);
});

test('a scope is changed, added and taken away without touching what was', () => {
  const before = read(['requests.read:team']);
  expect(written(choose(before, 'requests.read', 'all'))).toEqual(['requests.read:all']);
  expect(written(choose(before, 'requests.read', ''))).toEqual([]);
  expect(written(choose(before, 'deals.read', 'own'))).toEqual(['deals.read:own', 'requests.read:team']);
  expect(written(before)).toEqual(['requests.read:team']);
});

test('permissions come by what they are about, also when it comes twice', () => {
  const [a, b, c] = [
    { resource: 'x', at: 1 },
    { resource: 'y', at: 2 },
    { resource: 'x', at: 3 },
  ];
  expect(byResource([a!, b!, c!])).toEqual([
    ['x', [a, c]],
    ['y', [b]],
  ]);
});
