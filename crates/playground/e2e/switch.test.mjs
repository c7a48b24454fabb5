/** Changing one's mind: another language in the middle, help, cancel, and the draft brought back. */

import { test } from 'node:test';

import { MOVING } from './person.mjs';
import { stage } from './stage.mjs';

const play = stage();

test('the question goes on in another language, and the keyboard follows', async () => {
  const anna = await play.enters('anna', { link: true });
  await anna.movesIn();
  await anna.says('Соседи сверху шумят.');
  await anna.sees('О чём заявка?');
  await anna.says('/language');
  await anna.sees('Выберите язык');
  await anna.looks('languages');
  await anna.taps('English');
  await anna.sees('What is it about?');
  await anna.looks('english');
  await anna.taps('Electricity');
  await anna.sees('what exactly?');
  await anna.taps('Lighting');
  await anna.sees('Where is it?');
  await anna.looks('english-place');

  await anna.says('/help');
  await anna.sees('What I can do');
  await anna.looks('english-help');
  await anna.says('/cancel');
  await anna.sees('The new request is cancelled.');
  await anna.looks('english-cancelled');
  await anna.taps('Bring the draft back');
  await anna.sees('Where is it?');
  await anna.sees('Соседи сверху шумят.');
  await anna.taps('Entrance');
  await anna.sees('Check it and send.');
  await anna.looks('english-review');

  await anna.taps('Where');
  await anna.sees('Where is it?');
  await anna.taps('Back');
  await anna.sees('What is it about?');
  await anna.looks('english-back');
  await anna.taps('Back');
  await anna.sees('Check it and send.');
  await anna.taps('Send');
  const card = await anna.keeps('№5 · Electricity');
  await anna.shows(card, 'filed');
  await anna.looks('english-card');

  await anna.says('/menu');
  await anna.sees('just write or send a photo');
  await anna.page.getByTestId('reply-button').filter({ hasText: 'My requests' }).waitFor();
  await anna.presses('My requests');
  await anna.sees('Tap one to see its card.');
  await anna.looks('english-my');
  await anna.taps('Соседи сверху шумят.');
  await anna.toasted('Card №5 is below');
  await anna.looks('english-shown');
});

test('a draft is offered before a new request, and goes when it is told to', async () => {
  const dilnoza = await play.enters('dilnoza', { link: true });
  await dilnoza.movesIn(MOVING.uz);
  await dilnoza.says('Suv yo‘q.');
  await dilnoza.sees('Sovuq suv yo‘q');
  await dilnoza.says('/menu');
  await dilnoza.sees('Sizda ariza qoralamasi bor');
  await dilnoza.looks('draft');
  await dilnoza.taps('Davom etish');
  await dilnoza.sees('Sovuq suv yo‘q');
  await dilnoza.says('/cancel');
  await dilnoza.sees('Yangi ariza bekor qilindi.');
  await dilnoza.says('/new');
  await dilnoza.sees('Sizda ariza qoralamasi bor');
  await dilnoza.taps('O‘chirish');
  await dilnoza.sees('Qoralama o‘chirildi.');
  await dilnoza.looks('dropped');
  await dilnoza.says('/cancel');
  await dilnoza.sees('Bekor qiladigan narsa yo‘q.');
  await dilnoza.says('/nosuch');
  await dilnoza.sees('Bunday buyruq yo‘q.');
  await dilnoza.looks('unknown');
});
