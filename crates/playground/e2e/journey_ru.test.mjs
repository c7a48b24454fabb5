/** The journey of a request in Russian, on a wide screen: Анна at home, Бобур in the staff's forum. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BOT, GROUP } from './person.mjs';
import { stage } from './stage.mjs';

const play = stage();

test('a request goes from the deep link of a flat to five stars, and its cards change in place', async () => {
  const anna = await play.enters('anna', { link: true });
  const bobur = await play.enters('bobur');
  await bobur.opens(GROUP);
  await bobur.looks('forum');

  await anna.looks('link');
  await anna.starts();
  await anna.sees('Здравствуйте, Анна!');
  await anna.sees('Баҳор, 5, кв. 42');
  await anna.sees('Это вы?');
  for (const language of ['Русский', 'O‘zbekcha', 'English']) await anna.button(language);
  await anna.looks('is-it-you');
  await anna.taps('Да, я живу здесь');

  await anna.sees('Подтвердите номер телефона');
  await anna.looks('phone');
  await anna.shares('Подтвердить номер');
  await anna.sees('Номер совпал с нашим списком');
  await anna.sees('Кем вы здесь живёте?');
  await anna.looks('role');
  await anna.taps('Собственник');
  await anna.sees('хранит ваши имя, телефон и адрес');
  await anna.looks('consent');
  await anna.taps('Согласен');
  await anna.page.getByTestId('reply-button').filter({ hasText: 'Мои заявки' }).waitFor();
  await anna.looks('menu');

  await anna.says('Батарея в детской холодная, а стояк горячий.');
  await anna.sees('Отопление (угадано)');
  await anna.looks('guess');
  await anna.taps('Что');
  await anna.sees('О чём заявка?');
  await anna.looks('category');
  await anna.taps('Отопление');
  await anna.sees('что именно?');
  await anna.looks('problem');
  await anna.taps('Холодная батарея');
  await anna.sees('Отопление → Холодная батарея');
  await anna.taps('Где');
  await anna.sees('Где это?');
  await anna.looks('place');
  await anna.taps('Баҳор, 5, кв. 42');
  await anna.sees('Проверьте и отправьте');
  await anna.taps('Когда');
  await anna.sees('Когда вам удобно?');
  await anna.looks('slot');
  await anna.taps('Завтра 18–21');
  await anna.sees('18:00–21:00');
  await anna.looks('review');
  await anna.taps('Отправить');
  const card = await anna.keeps('№5 · Отопление');
  await anna.shows(card, 'принята');
  await anna.shows(card, 'Батарея в детской холодная');
  await anna.looks('card');

  await bobur.opensTopic('№5 · кв. 42');
  const staffCard = await bobur.keeps('№5 · Отопление');
  await bobur.shows(staffCard, 'Анна Соколова');
  await bobur.looks('topic');
  await bobur.taps('Беру', staffCard);
  await bobur.toasted('Заявка №5 ваша');
  await bobur.shows(staffCard, 'взята в работу');
  await anna.shows(card, 'взята в работу');
  await anna.shows(card, 'Бобур Тошматов');
  await anna.looks('taken');
  await bobur.looks('taken');

  await bobur.taps('Спросить жителя', staffCard);
  await bobur.sees('что спросить у жителя?');
  await bobur.looks('asks');
  await bobur.says('Когда вас застать дома?');
  const question = await anna.sees('Когда вас застать дома?');
  await anna.looks('asked');
  await anna.taps('Ответить', question);
  await anna.sees('сообщение сотрудникам');
  await anna.looks('answering');
  await anna.says('Сегодня после шести.');
  const answer = await bobur.sees('Сегодня после шести.');
  await bobur.shows(answer, 'Анна Соколова');
  await bobur.shows(staffCard, '2 сообщения');
  await anna.looks('answered');
  await bobur.looks('answered');
  await bobur.replies(answer, 'Хорошо, буду в половине седьмого.');
  await anna.sees('буду в половине седьмого');

  await bobur.taps('Выезжаю', staffCard);
  await anna.sees('уже едет к вам');
  await anna.shows(card, 'в пути');
  await anna.looks('on-the-way');
  await bobur.taps('Я на месте', staffCard);
  await anna.shows(card, 'в работе');
  await bobur.taps('Готово', staffCard);
  await bobur.shows(staffCard, 'готово');
  await anna.shows(card, 'готово, ждёт вашего слова');
  const asked = await anna.sees('Заявка №5 готова');
  await anna.looks('done');
  await anna.taps('Принять', asked);
  await anna.sees('Оцените работу по заявке №5');
  await bobur.shows(staffCard, 'закрыта');
  await anna.looks('rate');
  await anna.taps('★5');
  await anna.sees('Спасибо за оценку!');
  await anna.shows(card, 'закрыта');
  await anna.shows(card, '★★★★★');
  await bobur.shows(staffCard, '★★★★★');
  await anna.looks('closed');
  await bobur.looks('closed');
  await anna.shows(card, 'Открыть снова можно до');
  assert.equal(await staffCard.getByTestId('inline-button').count(), 0, 'a closed card has no buttons');
  await anna.opens(BOT);
});
