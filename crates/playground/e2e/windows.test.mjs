/** Many windows on one office: everybody sees at once what somebody does, and nobody loads a page anew. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BOT, GROUP } from './person.mjs';
import { PHONE, stage } from './stage.mjs';

const play = stage();

test('five windows follow one request without a reload', async () => {
  const anna = await play.enters('anna', { link: true });
  const pocket = await play.enters('anna', { size: PHONE, tag: 'anna-pocket' });
  const malika = await play.enters('malika');
  const bobur = await play.enters('bobur', { size: PHONE });
  const akmal = await play.enters('akmal');
  const all = [anna, pocket, malika, bobur, akmal];
  const marked = all.map((person) => person.page.evaluate(() => void (globalThis.neverLoadedAnew = true)));
  await Promise.all(marked);
  await anna.movesIn();
  await pocket.opens(BOT);
  await bobur.opens(GROUP);
  await akmal.opens(GROUP);

  await anna.says('Лифт остановился между этажами.');
  await pocket.sees('Лифт (угадано)');
  await pocket.taps('Когда');
  await anna.sees('Когда вам удобно?');
  await anna.taps('В любое время');
  await pocket.sees('Проверьте и отправьте');
  await pocket.looks('review');
  await pocket.taps('Отправить');
  const card = await anna.keeps('№5 · Лифт');
  const pocketCard = await pocket.keeps('№5 · Лифт');
  // Малика looks at the list of chats only.
  const row = malika.page.getByTestId('chat-row').filter({ hasText: GROUP });
  await row.filter({ hasText: '№5' }).waitFor();
  await row.getByTestId('unread').waitFor();
  await malika.looks('unread');

  await bobur.opensTopic('№5');
  await akmal.opensTopic('№5');
  const [first, second] = [await bobur.keeps('№5 · Лифт'), await akmal.keeps('№5 · Лифт')];
  await Promise.all([bobur.taps('Беру', first), akmal.taps('Беру', second)]);
  await Promise.all([first, second].map((shown, at) => [bobur, akmal][at].button('Готово', shown)));
  const told = await Promise.all([bobur, akmal].map(takes));
  assert.deepEqual(told.sort(), ['late', 'took'], 'two take it at once, one has it');
  await anna.shows(card, 'взята в работу');
  await pocket.shows(pocketCard, 'взята в работу');
  await bobur.looks('taken');
  await akmal.looks('taken');

  await anna.replies(card, 'В лифте никого нет.');
  await bobur.sees('В лифте никого нет.');
  await akmal.sees('В лифте никого нет.');
  await pocket.own('В лифте никого нет.').waitFor();
  await bobur.shows(first, '1 сообщение');
  await pocket.shows(pocketCard, '1 сообщение');
  await pocket.looks('comment');

  const kept = await Promise.all(all.map((person) => person.page.evaluate(() => globalThis.neverLoadedAnew === true)));
  assert.deepEqual(
    kept,
    all.map(() => true),
    'a page was loaded anew',
  );
});

/** What came of «Беру»: the bot's words at the button. */
async function takes(person) {
  const took = person.toasts.filter({ hasText: 'Заявка №5 ваша' });
  const late = person.toasts.filter({ hasText: 'Заявку уже взяли' });
  await took.or(late).first().waitFor();
  return (await took.count()) ? 'took' : 'late';
}
