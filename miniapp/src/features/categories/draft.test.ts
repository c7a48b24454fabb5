import { expect, test } from 'vitest';

import type { Category } from '../../api/categories';
import { blank, bodyOf, draftOf, hours } from './draft';

const LEAK = {
  names: { ru: 'Протечка', uz: 'Suv oqmoqda', en: 'Leak' },
  icon: '💧',
  places: ['unit', 'entrance'],
  priority: 'high',
  respond_minutes: 30,
  resolve_minutes: null,
  skill: 'сантехник',
  photo_before: false,
  photo_after: true,
  shared: false,
  checklist: ['Перекрыть стояк', 'Проверить соседей'],
  keywords: ['теч', 'капает_кран'],
} as unknown as Category;

test('what is typed is what was there', () => {
  const draft = draftOf(LEAK);
  expect([draft.respond, draft.resolve, draft.keywords]).toEqual(['30', '', 'теч, капает кран']);
  const { names, ...rest } = bodyOf(draft);
  expect({ names, ...rest }).toEqual(LEAK);
});

test('empty lines are no steps, and a new problem begins as its kind', () => {
  const draft = { ...blank(LEAK), checklist: ' Раз \n\nДва\n', keywords: 'теч,, капает  кран' };
  expect([draft.icon, draft.priority, draft.places]).toEqual(['💧', 'high', ['unit', 'entrance']]);
  expect([bodyOf(draft).checklist, bodyOf(draft).keywords]).toEqual([
    ['Раз', 'Два'],
    ['теч', 'капает_кран'],
  ]);
});

test('minutes are told as hours', () => {
  expect([hours(90), hours(1440), hours(5), hours(null)]).toEqual(['1:30', '24:00', '0:05', undefined]);
});
