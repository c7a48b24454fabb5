/** Residents whom the office knew before: their requests are there when they come. */

import { test } from 'node:test';

import { BOT } from './person.mjs';
import { PHONE, stage } from './stage.mjs';

const play = stage();

test('Сергей finds the cards of his requests, and files another', async () => {
  const sergey = await play.enters('sergey');
  await sergey.opens(BOT);
  await sergey.presses('Мои заявки');
  await sergey.shows(await sergey.recalls('№1 · 💧 Течёт', '№1 · Сантехника'), 'взята в работу');
  await sergey.looks('card');
  await sergey.says('Не открывается дверь подъезда.');
  await sergey.sees('Домофон и двери (угадано)');
  await sergey.taps('Отправить');
  await sergey.shows(await sergey.keeps('№5 · Домофон и двери'), 'принята');
});

test('Gulnora accepts work that was done before she came', async () => {
  const gulnora = await play.enters('gulnora', { size: PHONE, language: 'uz' });
  await gulnora.opens(BOT);
  await gulnora.presses('Arizalarim');
  const card = await gulnora.recalls('№3 · ⛔ Lift', '№3 · Lift');
  await gulnora.taps('Qabul qilish', card);
  await gulnora.taps('★5', card);
  await gulnora.shows(card, '★★★★★');
  await gulnora.looks('closed');
});
