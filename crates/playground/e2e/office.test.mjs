/**
 * An office from nothing: Анна founds it through the platform's bot, connects a bot of its own, and invites a dispatcher
 * and a worker by QR code. Whoever is removed is refused at once, in the chat and in the mini-app.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import jsQR from 'jsqr';
import { PNG } from 'pngjs';

import { PHONE, stage } from './stage.mjs';

const play = stage();
const ORG = 'ЖК Нур';
const OWN_BOT = 'nur_uk_bot';

test('an org is founded, its team comes by QR, one is promoted, and the removed one is out at once', async () => {
  const anna = await play.enters('anna');
  await anna.opens('Kontora');
  await anna.starts();
  await anna.sees('Это Kontora');
  await anna.taps('Создать организацию');
  await anna.sees('Чем занимается организация?');
  await anna.taps('Управление домами');
  await anna.sees('Как она называется?');
  await anna.says(ORG);
  await anna.sees('На каком языке');
  await anna.looks('language');
  await anna.taps('Русский');
  await anna.sees('По какому времени');
  await anna.taps('Самарканд');
  await anna.sees(`«${ORG}» создана`);
  await anna.looks('founded');

  await anna.opens('BotFather');
  await anna.starts();
  await anna.says('/newbot');
  await anna.sees('choose a name');
  await anna.says(ORG);
  await anna.sees('choose a username');
  await anna.says(OWN_BOT);
  const made = await anna.sees('Use this token');
  const [token] = (await made.getByTestId('message-text').innerText()).match(/\d+:[\w-]{35}/u);
  await anna.looks('token');
  await anna.opens('Kontora');
  const sent = anna.messages(token);
  await anna.input.fill(token);
  await anna.page.getByTestId('send').click();
  await anna.sees(`Готово: @${OWN_BOT}`);
  await sent.waitFor({ state: 'detached' });
  await anna.looks('connected');

  await anna.opens(ORG);
  await anna.begins();
  const lola = await joins(anna, 'dilnoza', 'диспетчер', {
    called: 'Dilnoza Karimova',
    invited: 'jamoasiga taklif',
    accept: 'Qabul qilish',
    welcome: 'Jamoaga xush kelibsiz',
  });
  const sergey = await joins(anna, 'sergey', 'мастер', {
    called: 'Сергей Ким',
    invited: 'Вас приглашают в команду',
    accept: 'Принять',
    welcome: 'Добро пожаловать в команду',
  });

  await anna.says('/team');
  await anna.taps('Dilnoza Karimova · диспетчер');
  await anna.sees('В команде с');
  await anna.looks('member');
  await anna.taps('Роль');
  await anna.sees('какая роль?');
  await anna.looks('roles');
  await anna.taps('менеджер');
  await anna.toasted('Dilnoza Karimova: теперь менеджер');
  await lola.says('/org');
  await lola.sees('Rolingiz: menejer');
  await lola.looks('promoted');

  // Sergey has the team before him and the mini-app open when he is removed.
  await sergey.says('/org');
  await sergey.sees(ORG);
  await sergey.looks('org');
  const app = await opensApp(sergey);
  assert.equal(await asksForTeams(app), 200);

  await anna.says('/team');
  const card = await anna.keeps(`Команда · ${ORG}`);
  await anna.taps('Сергей Ким · мастер', card);
  await anna.shows(card, 'Сергей Ким');
  await anna.taps('Убрать', card);
  await anna.sees('Доступ пропадёт сразу');
  await anna.looks('remove');
  await anna.taps('Да, убрать');
  await anna.toasted('Больше не в команде: Сергей Ким');
  await sergey.page.bringToFront();
  await sergey.says('/team');
  await sergey.sees('У вас нет на это права.');
  await sergey.looks('refused');
  assert.equal(await asksForTeams(app), 404, 'whoever was removed is a stranger: the org is not there for them');
});

/** The owner shows a QR code, somebody reads it with a phone and accepts. */
async function joins(owner, name, role, { called, invited, accept, welcome }) {
  await owner.says('/org');
  await owner.taps('Пригласить');
  await owner.sees('Кого приглашаем?');
  await owner.looks(`invite-${name}`);
  await owner.taps(role);
  const invite = await owner.sees(`Приглашение: ${role}`);
  await owner.looks(`qr-${name}`);
  const link = new URL(read(await owner.bytesOf(invite)));
  assert.equal(link.pathname, `/${OWN_BOT}`);
  const person = await play.enters(name, {
    size: PHONE,
    start: `${OWN_BOT}:${link.searchParams.get('start')}`,
  });
  await person.starts();
  await person.sees(invited);
  await person.looks('invited');
  await person.taps(accept);
  await person.sees(welcome);
  await person.looks('welcome');
  // At night the owner is told in the morning: their list knows at once.
  await owner.says('/team');
  await owner.button(`${called} · ${role}`);
  return person;
}

/** What a QR code says. */
function read(png) {
  const { data, width, height } = PNG.sync.read(png);
  const code = jsQR(new Uint8ClampedArray(data), width, height);
  assert.ok(code, 'a QR code that a phone can read');
  return code.data;
}

/** The mini-app, under the button beside the input line. */
async function opensApp(person) {
  const opened = person.page.context().waitForEvent('page');
  await person.page.getByTestId('menu-button').click();
  const app = await opened;
  await app.getByRole('heading', { name: 'Работа' }).waitFor();
  return app;
}

/** The status of a request that only the staff may make, with the token that the mini-app itself got. */
async function asksForTeams(app) {
  const mine = app.waitForRequest((request) => request.url().endsWith('/api/v1/me'));
  await app.reload();
  const { authorization } = (await mine).headers();
  const answer = await app.request.get(new URL('/api/v1/teams', app.url()).href, { headers: { authorization } });
  return answer.status();
}
