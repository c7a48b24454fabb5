/** The demo is there at once, ends when it is asked to, and forgets nothing when it is killed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BOT, GROUP } from './person.mjs';
import { stage } from './stage.mjs';

const play = stage();

/** What is asked of it is 5 s; a machine that is busy with something else gets more, in milliseconds. */
const START = 20_000;

test('the page is up soon after the start of a demo that was never started before', async (t) => {
  const began = performance.now();
  const anna = await play.enters('anna');
  await anna.page.getByTestId('chat-row').filter({ hasText: BOT }).waitFor();
  const took = play.demo.startTook + performance.now() - began;
  t.diagnostic(`started in ${Math.round(play.demo.startTook)} ms, the page was there after ${Math.round(took)} ms`);
  assert.ok(took < START, `${Math.round(took)} ms`);
});

test('after a SIGKILL the chats, the requests and a half-written one are there and go on', async (t) => {
  const anna = await play.enters('anna', { link: true });
  const bobur = await play.enters('bobur');
  await bobur.opens(GROUP);
  await anna.movesIn();
  await anna.says('Кран на кухне капает.');
  await anna.sees('Проверьте и отправьте');
  await anna.taps('Отправить');
  const card = await anna.keeps('№5 · Сантехника');
  await bobur.opensTopic('№5');
  const staffCard = await bobur.keeps('№5 · Сантехника');
  await anna.says('И ещё: загляните к соседям.');
  await anna.sees('О чём заявка?');
  const before = await anna.heard();
  await play.demo.kept('📝 И ещё: загляните к соседям.');

  await play.demo.stop('SIGKILL');
  await anna.page.getByText('Соединение потеряно').waitFor();
  await anna.looks('lost');
  await play.demo.again();
  t.diagnostic(`started again in ${Math.round(play.demo.startTook)} ms`);
  await anna.page.getByText('Соединение потеряно').waitFor({ state: 'hidden' });
  play.forgive();
  assert.deepEqual(await anna.heard(), before, 'the chat is as it was');

  await bobur.page.getByText('Соединение потеряно').waitFor({ state: 'hidden' });
  await bobur.taps('Беру', staffCard);
  await bobur.shows(staffCard, 'взята в работу');
  await anna.shows(card, 'взята в работу');
  await anna.taps('Уборка');
  await anna.sees('Где это?');
  await anna.looks('again');
  await anna.taps('Подъезд');
  await anna.taps('Отправить');
  await anna.keeps('№6 · Уборка');
  await bobur.page.getByTestId('topic').filter({ hasText: '№6' }).waitFor();

  const fresh = await play.enters('anna', { tag: 'anna-fresh' });
  await fresh.opens(BOT);
  await fresh.shows(await fresh.keeps('№5 · Сантехника'), 'взята в работу');
  await fresh.looks('fresh');
});

test('it ends when it is asked to', async () => {
  await play.closeWindows();
  assert.deepEqual(await play.demo.stop('SIGTERM'), { code: 0, signal: null });
});
