/** The journey in Uzbek, on a phone: Dilnoza sends the work back once before she accepts it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GROUP } from './person.mjs';
import { PHONE, stage } from './stage.mjs';

const play = stage();

/** What people called their things, and a language in its own name: the only Cyrillic that an Uzbek screen may show. */
const NAMES = /Русский|ЖК Баҳор|Баҳор, \d+|Акмаль Рахимов|Сейчас всё проверю\./gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

async function looksUzbek(dilnoza, step) {
  await dilnoza.looks(step);
  const foreign = (await dilnoza.heard()).filter((words) => words && CYRILLIC.test(words.replace(NAMES, '')));
  assert.deepEqual(foreign, [], `${step}: not Uzbek`);
}

test('a request is sent back and accepted in Uzbek, in a window of 360 pixels', async () => {
  const dilnoza = await play.enters('dilnoza', {
    link: true,
    size: PHONE,
    language: 'uz',
  });
  const akmal = await play.enters('akmal', { size: PHONE, language: 'uz' });
  await akmal.looks('list');
  await akmal.opens(GROUP);
  await akmal.looks('forum');

  await dilnoza.starts();
  await dilnoza.sees('Assalomu alaykum, Dilnoza!');
  await dilnoza.sees('7-xonadon');
  await looksUzbek(dilnoza, 'is-it-you');
  await dilnoza.taps('Ha, shu yerda yashayman');
  await dilnoza.sees('telefon raqamingizni tasdiqlang');
  await looksUzbek(dilnoza, 'phone');
  await dilnoza.shares('Raqamni tasdiqlash');
  await dilnoza.sees('Raqam ro‘yxatimizga mos keldi');
  await looksUzbek(dilnoza, 'role');
  await dilnoza.taps('Mulkdor');
  await dilnoza.sees('saqlaydi');
  await looksUzbek(dilnoza, 'consent');
  await dilnoza.taps('Roziman');
  await dilnoza.sees('Tayyor!');
  await looksUzbek(dilnoza, 'menu');

  await dilnoza.presses('Ariza');
  await dilnoza.sees('Ariza nima haqida?');
  await looksUzbek(dilnoza, 'category');
  await dilnoza.taps('Elektr');
  await dilnoza.sees('aynan nima?');
  await looksUzbek(dilnoza, 'problem');
  await dilnoza.taps('Yoritish');
  await dilnoza.sees('Bu qayerda?');
  await looksUzbek(dilnoza, 'place');
  await dilnoza.taps('Yo‘lak');
  await dilnoza.sees('Nima bo‘ldi?');
  await looksUzbek(dilnoza, 'words');
  await dilnoza.says('Yo‘lakda chiroq o‘chib-yonib turibdi, kechqurun qorong‘i.');
  await dilnoza.sees('Tekshirib, yuboring');
  await looksUzbek(dilnoza, 'review');
  await dilnoza.taps('Yuborish');
  const card = await dilnoza.keeps('№5 · Elektr');
  await dilnoza.shows(card, 'qabul qilindi');
  await looksUzbek(dilnoza, 'card');

  await akmal.opensTopic('№5');
  const staffCard = await akmal.keeps('№5 ·');
  await akmal.looks('topic');
  await akmal.taps('Беру', staffCard);
  await dilnoza.shows(card, 'ishga olindi');
  await dilnoza.shows(card, 'Акмаль Рахимов');
  await looksUzbek(dilnoza, 'taken');
  await akmal.replies(staffCard, 'Сейчас всё проверю.');
  await dilnoza.sees('Сейчас всё проверю.');
  await looksUzbek(dilnoza, 'told');
  await akmal.taps('Готово', staffCard);
  await dilnoza.shows(card, 'tayyor, tasdiq kutilmoqda');
  const asked = await dilnoza.sees('№5 ariza tayyor');
  await looksUzbek(dilnoza, 'done');

  await dilnoza.taps('Hal bo‘lmadi', asked);
  await dilnoza.sees('№5 ariza ishga qaytarildi');
  await dilnoza.shows(card, 'qaytarildi');
  await looksUzbek(dilnoza, 'returned');
  await dilnoza.says('Chiroq yana o‘chib qoldi.');
  await akmal.sees('Chiroq yana o‘chib qoldi.');
  await akmal.shows(staffCard, '↩️');
  await akmal.looks('returned');
  await dilnoza.sees('Xodimlarga yetkazdim');

  await akmal.taps('Беру', staffCard);
  await dilnoza.shows(card, 'ishga olindi');
  await akmal.taps('Готово', staffCard);
  await dilnoza.shows(card, 'tayyor');
  await dilnoza.taps('Qabul qilish', card);
  await dilnoza.shows(card, 'yopildi');
  await looksUzbek(dilnoza, 'accepted');
  await dilnoza.taps('★4', card);
  await dilnoza.shows(card, '★★★★☆');
  await akmal.shows(staffCard, '★★★★☆');
  await looksUzbek(dilnoza, 'closed');
  await akmal.looks('closed');

  await dilnoza.presses('Arizalarim');
  await dilnoza.sees('Kartochkani ko‘rish uchun bosing');
  await looksUzbek(dilnoza, 'my');
  await dilnoza.presses('Yana');
  await dilnoza.sees('Dilnoza Karimova');
  await looksUzbek(dilnoza, 'more');
  await dilnoza.says('/help');
  await dilnoza.sees('Nimalar qila olaman');
  await looksUzbek(dilnoza, 'help');
});
