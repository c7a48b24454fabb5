import { expect, test } from 'vitest';

import { edits } from './details';

test('of a list only what went and what came is told', () => {
  const grants = [
    ['requests.read:all', 'deals.read:all'],
    ['deals.read:all', 'catalog.read:all'],
  ];
  expect(edits({ grants, name: ['Мастер', 'Старший мастер'], zone: [null, 'Asia/Tashkent'] })).toEqual([
    { field: 'grants', old: 'requests.read:all', now: 'catalog.read:all' },
    { field: 'name', old: 'Мастер', now: 'Старший мастер' },
    { field: 'zone', old: '—', now: 'Asia/Tashkent' },
  ]);
  expect(edits(null)).toEqual([]);
});
