import { expect, test } from 'vitest';

import { added, DAYS, grouped, inOrder, isAlways, shown, type Week } from './week';

const office = [{ from: '09:00', to: '18:00' }];

test('days with the same hours are told together', () => {
  const week: Week = { mon: office, tue: office, wed: office, fri: [{ from: '10:00', to: '16:00' }] };
  expect(grouped(week).map(({ first, last, hours }) => [first, last, shown(hours)])).toEqual([
    ['mon', 'wed', '09:00–18:00'],
    ['fri', 'fri', '10:00–16:00'],
  ]);
});

test('day and night is the whole week without a gap', () => {
  const always = Object.fromEntries(DAYS.map((day) => [day, [{ from: '00:00', to: '24:00' }]])) as Week;
  expect(isAlways(always)).toBe(true);
  expect(isAlways({ ...always, sun: [] })).toBe(false);
});

test('one more stretch begins where the last one ended', () => {
  expect(added([])).toEqual(office);
  expect(added(office).at(-1)).toEqual({ from: '18:00', to: '24:00' });
});

test('a date is there once, in its place', () => {
  const day = (date: string, note: string) => ({ date, hours: [], note });
  const given = [day('2027-03-21', 'Навруз'), day('2027-01-01', 'Новый год'), day('2027-03-21', 'Навруз!')];
  expect(inOrder(given).map(({ note }) => note)).toEqual(['Новый год', 'Навруз!']);
});
