import { expect, test } from 'vitest';

import { instant, weekFrom } from './times';

test('a week is from Monday to Monday, also when it is Sunday', () => {
  for (const day of [16, 18, 22]) {
    const { from, to } = weekFrom(new Date(2026, 10, day, 15), 0);
    expect(new Date(from)).toEqual(new Date(2026, 10, 16));
    expect(new Date(to)).toEqual(new Date(2026, 10, 23));
  }
  expect(new Date(weekFrom(new Date(2026, 10, 16), -1).from)).toEqual(new Date(2026, 10, 9));
});

test('what is typed is of the own clock', () => {
  expect(instant('2026-11-16T08:00')).toBe(new Date(2026, 10, 16, 8).toISOString());
});
