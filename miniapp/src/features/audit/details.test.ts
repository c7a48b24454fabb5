import { expect, test } from 'vitest';

import { edits } from './details';

const t = (id: string) => id;

test('of a list only what went and what came is told', () => {
  const grants = [
    ['requests.read:all', 'deals.read:all'],
    ['deals.read:all', 'catalog.read:all'],
  ];
  expect(edits(t, { grants, name: ['Мастер', 'Старший мастер'], zone: [null, 'Asia/Tashkent'] })).toEqual([
    { field: 'console-field-grants', old: 'requests.read:all', now: 'catalog.read:all' },
    { field: 'console-field-name', old: 'Мастер', now: 'Старший мастер' },
    { field: 'zone', old: '—', now: 'Asia/Tashkent' },
  ]);
  expect(edits(t, null)).toEqual([]);
});

test('codes have words, and ids say nothing', () => {
  const changes = {
    role: ['worker', 'team_lead'],
    active: [true, false],
    status: ['new', 'in_progress'],
    assignee: [null, '0197a000-0000-7000-8000-000000000001'],
    failures: [5, 9],
  };
  expect(edits(t, changes)).toEqual([
    { field: 'console-field-role', old: 'access-role-worker', now: 'access-role-team-lead' },
    { field: 'console-field-active', old: 'console-yes', now: 'console-no' },
    { field: 'console-field-status', old: 'console-value-new', now: 'console-value-in-progress' },
    { field: 'console-field-assignee', old: '—', now: '…' },
    { field: 'console-field-failures', old: '5', now: '9' },
  ]);
});
