import { expect, test } from 'vitest';

import type { Request } from './rules';
import { sumOf, sumText, whereOf } from './words';

test('a sum is typed with spaces, a comma or a point', () => {
  expect([sumOf('85 000'), sumOf('85000,50'), sumOf(' '), sumOf('много'), sumOf('-1')]).toEqual([
    8_500_000,
    8_500_050,
    null,
    undefined,
    undefined,
  ]);
  expect([sumText(8_500_000), sumText(8_500_050), sumText(99_900), sumText(0)]).toEqual([
    '85\u00a0000',
    '85\u00a0000,50',
    '999',
    '0',
  ]);
});

test('a place is told as one says it', () => {
  const t = (id: string, args?: Record<string, string | number>) => `${id}(${args?.number ?? ''})`;
  const at = (more: Partial<Request>) => whereOf({ address: 'Навои, 5', unit: '42', ...more } as Request, t);
  expect(at({ place: { kind: 'unit', unit_id: 'u' } })).toBe('Навои, 5, console-request-unit(42)');
  expect(at({ place: { kind: 'entrance' }, entrance: 2 })).toBe('Навои, 5, console-entrance-number(2)');
  expect(at({ place: { kind: 'yard' } })).toBe('Навои, 5, console-request-place-yard()');
  expect(at({ place: { kind: 'point', latitude: 41.3, longitude: 69.2 } })).toBe('41.30000, 69.20000');
});
