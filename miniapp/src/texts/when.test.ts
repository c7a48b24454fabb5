import { expect, test } from 'vitest';

import { date, distance, moment } from './when';

const NOW = Date.parse('2026-11-21T12:00:00Z');

test('a time is shown in the zone of the org', () => {
  expect(moment('ru', '2026-11-21T22:30:00Z', 'Asia/Tashkent')).toBe('22 нояб. 2026 г., 03:30');
});

test('a day is the same day everywhere', () => {
  expect(date('ru', '2026-11-21')).toBe('21 нояб. 2026 г.');
  expect(date('uz', '2026-11-21')).toBe('21/11/2026');
});

test('how far away is told in the largest unit that fits', () => {
  expect(distance('en', '2026-11-21T11:55:10Z', NOW)).toBe('4 minutes ago');
  expect(distance('ru', '2026-11-20T11:00:00Z', NOW)).toBe('вчера');
  expect(distance('uz', '2026-11-21T09:00:00Z', NOW)).toBe('3 soat oldin');
  expect(distance('en', '2026-11-28T12:00:00Z', NOW)).toBe('in 7 days');
  expect(distance('en', '2026-11-21T11:59:30Z', NOW)).toBeUndefined();
});
