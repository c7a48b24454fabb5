import { expect, test } from 'vitest';

import { latest, moments } from './period';

test('thirty days end with today', () => {
  expect(latest(new Date(2026, 10, 21, 23, 59))).toEqual({ since: '2026-10-23', until: '2026-11-21' });
});

test('the last day counts whole', () => {
  const { from, to } = moments({ since: '2026-11-21', until: '2026-11-21' });
  expect(from).toBe(new Date(2026, 10, 21).toISOString());
  expect(to).toBe(new Date(2026, 10, 22).toISOString());
});
