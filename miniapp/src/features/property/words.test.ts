import { expect, test } from 'vitest';

import { areaOf, areaText, stateText } from './words';

test('an area is typed in square metres with a comma or a point', () => {
  expect([areaOf('54,3'), areaOf(' 54.3 '), areaOf(''), areaOf('много'), areaOf('-1')]).toEqual([
    543_000,
    543_000,
    null,
    undefined,
    undefined,
  ]);
  expect([areaText(543_000), areaText(1_000_000), areaText(null)]).toEqual(['54,3', '100', '']);
});

test('a code of several words is a text with dashes', () => {
  expect(stateText('moved_out')).toBe('console-resident-state-moved-out');
});
