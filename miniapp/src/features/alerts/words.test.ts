import { expect, test } from 'vitest';

import { type Alert, facts, title } from './words';

const t = (id: string, args?: object) => (args ? `${id} ${JSON.stringify(args)}` : id);
const alert = (kind: string, said: Alert['facts']): Alert => ({
  id: '1',
  kind,
  person_name: 'Бобур',
  facts: said,
  raised_at: '2026-11-21T14:05:00Z',
});

test('an alert is told in the words of the bot, with a device that its owner knows', () => {
  const failures = alert('many_failures', { count: 5, minutes: 3 });
  expect(title(t, failures)).toBe('alerts-many-failures {"count":5,"name":"Бобур","minutes":3}');
  const device = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';
  expect(facts(t, alert('new_device', { device, address: '192.0.2.7' }))).toEqual([
    '📱 Firefox, Linux',
    '🌐 192.0.2.7',
  ]);
  expect(title(t, alert('role_raised', { role: 'team_lead' }))).toContain('access-role-team-lead');
});

test('a kind that is newer than the page is told all the same', () => {
  expect(title(t, alert('moon_landing', {}))).toBe('console-alert-other {"name":"Бобур"}');
});
