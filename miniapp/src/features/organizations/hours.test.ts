import { expect, test } from 'vitest';

import { changed, toggled, written } from './hours';

test('a day that is switched on is like the one before it, and is gone when it is switched off', () => {
  const monday = toggled({}, 'mon');
  expect(monday).toEqual({ mon: { from: '09:00', to: '18:00' } });
  const early = changed(monday, 'mon', 'from', '08:00');
  expect(toggled(early, 'wed').wed).toEqual({ from: '08:00', to: '18:00' });
  expect(toggled(early, 'mon')).toEqual({});
});

test('a day off is sent as one', () => {
  const sent = written({ mon: null, tue: { from: '10:00', to: '24:00' } });
  expect([sent.mon, sent.tue, sent.sun]).toEqual([null, { from: '10:00', to: '24:00' }, null]);
});
