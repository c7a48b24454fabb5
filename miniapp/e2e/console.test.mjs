/** The console on a desk: an org is founded, its roles are looked at and made, its log is read, a session is ended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { looks, PHONE, stage } from './stage.mjs';

const play = stage();
const EMAIL = 'dilnoza@example.com';
const PASSWORD = 'kechqurun choyxonada osh';
/** The cookies of the founder: nobody may try to sign in more than five times a minute. */
let founder;

async function signIn(page) {
  await page.goto(`${play.site}/console/`);
  await page.getByLabel('Эл. почта').fill(EMAIL);
  await page.getByLabel('Пароль').fill(PASSWORD);
  await page.getByRole('button', { name: 'Войти' }).click();
}

test('somebody founds an org and finds themselves inside, as its owner', async () => {
  const page = await play.window();
  await page.goto(`${play.site}/`);
  await page.getByRole('heading', { name: 'Вход' }).waitFor();
  await looks(page, 'console-sign-in');
  await page.getByRole('link', { name: 'Создать организацию' }).click();
  await page.getByLabel('Название организации').fill('УК Чилонзор-сервис');
  await page.getByLabel('Ваше имя').fill('Дилноза Юсупова');
  await page.getByLabel('Эл. почта').fill(EMAIL);
  await page.getByLabel('Пароль').fill('короткий');
  await looks(page, 'console-register');
  await page.getByLabel('Пароль').fill(PASSWORD);
  await page.getByRole('button', { name: 'Создать' }).click();
  await page.getByRole('navigation').getByText('Роли').waitFor();
  await page.getByText('Дилноза Юсупова').waitFor();
  founder = await page.context().storageState();
});

test('a wrong password is told kindly, and the right one opens what was asked for', async () => {
  const page = await play.window();
  await page.goto(`${play.site}/console/sessions`);
  await page.getByLabel('Эл. почта').fill(EMAIL);
  await page.getByLabel('Пароль').fill('не тот пароль');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByRole('alert').waitFor();
  await looks(page, 'console-wrong-password');
  await page.getByLabel('Пароль').fill(PASSWORD);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByText('этот сеанс').waitFor();
});

test('a role is made from a preset, changed, and stands in the matrix', async () => {
  const page = await play.window({ state: founder });
  await page.goto(`${play.site}/console/roles`);
  await page.getByText('Своих ролей пока нет').waitFor();
  await looks(page, 'console-roles');
  await page.getByRole('link', { name: 'Создать роль' }).click();
  await page.getByLabel('Название').fill('Кладовщик');
  await page.getByLabel('На основе роли').selectOption({ label: 'Мастер' });
  await page.getByRole('button', { name: 'Создать' }).click();
  await page.getByRole('heading', { name: 'Кладовщик' }).waitFor();
  await page.getByLabel('Каталог и портфолио: просмотр').selectOption({ label: 'всё' });
  await looks(page, 'console-role');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Сохранено').waitFor();
  await page.getByRole('navigation').getByText('Роли').click();
  await page.getByRole('link', { name: 'Кто что может' }).click();
  await page.getByRole('columnheader', { name: 'Кладовщик' }).waitFor();
  await looks(page, 'console-matrix');
});

test('a program is let in, shows its secret once, and acts for whoever allows it', async () => {
  const page = await play.window({ state: founder });
  await page.goto(`${play.site}/console/programs`);
  await page.getByText('Программ пока нет').waitFor();
  await page.getByRole('link', { name: 'Создать программу' }).click();
  await page.getByLabel('Название').fill('1С');
  await page.getByLabel('Адреса возврата').fill('http://127.0.0.1:9/back');
  await page.getByLabel('Заявки: просмотр').selectOption({ label: 'всё' });
  await looks(page, 'console-program-new');
  await page.getByRole('button', { name: 'Создать' }).click();
  await page.getByText('больше мы его не покажем').waitFor();
  await looks(page, 'console-program-secret');
  const id = await page.getByLabel('client_id').innerText();
  const secret = await page.getByLabel('client_secret').innerText();

  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: id,
    redirect_uri: 'http://127.0.0.1:9/back',
    state: 'xyz',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  let back;
  await page.route('http://127.0.0.1:9/**', (route) => {
    back = new URL(route.request().url());
    return route.fulfill({ body: 'back' });
  });
  await page.goto(`${play.site}/oauth/authorize?${asked}`);
  await page.getByText('Программа «1С» просит доступ').waitFor();
  await looks(page, 'console-authorize');
  await page.getByRole('button', { name: 'Разрешить' }).click();
  await page.getByText('back').waitFor();
  assert.equal(back.searchParams.get('state'), 'xyz');

  const proof = Buffer.from(`${id}:${secret}`).toString('base64');
  const answer = await fetch(`${play.site}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${proof}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code'),
      redirect_uri: 'http://127.0.0.1:9/back',
      code_verifier: verifier,
    }),
  });
  assert.equal(answer.status, 200);
  const { access_token: token } = await answer.json();
  const me = () => fetch(`${play.site}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal((await me()).status, 200);

  await page.goto(`${play.site}/console/programs/${id}`);
  await page.getByRole('button', { name: 'Отозвать' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
  await page.getByText('Отозвана').first().waitFor();
  assert.equal((await me()).status, 401);
});

test('the log tells who did what, is narrowed by a filter, and proves to be whole', async () => {
  const page = await play.window({ state: founder });
  await page.goto(`${play.site}/console/audit`);
  const rows = page.getByRole('table');
  await rows.getByText('Организация создана').waitFor();
  await rows.getByText('Роль создана').waitFor();
  await page.getByRole('button', { name: 'Проверить целостность' }).click();
  await page.getByText('Журнал цел').waitFor();
  await looks(page, 'console-audit');
  await page.getByLabel('Что').selectOption({ label: 'Роль создана' });
  await rows.getByText('Организация создана').waitFor({ state: 'detached' });
  await rows.getByText('Кладовщик').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать CSV' }).click();
  assert.equal((await download).suggestedFilename(), 'events.csv');
  await page.getByLabel('Поиск').fill('такого точно нет');
  await page.getByText('Ничего не нашлось').waitFor();
});

test('what happened is counted by day, and a right says where it comes from', async () => {
  const page = await play.window({ state: founder });
  await page.goto(`${play.site}/console/audit`);
  await page.getByRole('link', { name: 'Отчёты' }).click();
  await page.getByText('неудачных входов: 1').waitFor();
  await page.getByRole('cell', { name: 'Дилноза Юсупова' }).first().waitFor();
  await looks(page, 'console-reports');
  await page.getByLabel('По').fill('2020-01-31');
  await page.getByLabel('С', { exact: true }).fill('2020-01-01');
  await page.getByText('За это время ничего не было').first().waitFor();

  await page.getByRole('navigation').getByText('Мои права').click();
  await page.getByRole('button', { name: 'Почему: Заявки: просмотр' }).click();
  await page.getByText('«Заявки: просмотр» даёт роль «Владелец».').waitFor();
  await looks(page, 'console-my-rights');
});

test('a webhook is added, its secret is shown once, it is tried, and deleted', async () => {
  const page = await play.window({ state: founder });
  await page.goto(`${play.site}/console/webhooks`);
  await page.getByText('Вебхуков пока нет').waitFor();
  await page.getByRole('link', { name: 'Добавить вебхук' }).click();
  await page.getByLabel('Название').fill('1С');
  await page.getByLabel('Адрес').fill('http://localhost/kontora');
  await page.getByLabel('Новая заявка').check();
  await page.getByLabel('Оценка работы').check();
  await page.getByRole('button', { name: 'Добавить' }).click();
  await page.locator('.field .wrong').waitFor();
  await looks(page, 'console-webhook-wrong');
  await page.getByLabel('Адрес').fill('https://localhost/kontora');
  await page.getByRole('button', { name: 'Добавить' }).click();
  await page.getByText('Сохраните секрет').waitFor();
  const secret = await page.getByLabel('Секрет', { exact: true }).textContent();
  assert.match(secret, /^whsec_/u);
  await looks(page, 'console-webhook-secret');
  await page.getByRole('link', { name: 'Секрет сохранён' }).click();
  await page.getByText('Пока ничего не отправлено').waitFor();
  assert.ok(!(await page.content()).includes(secret), 'it is shown once');
  await page.getByRole('button', { name: 'Проверить связь' }).click();
  const refused = page.getByText('Адрес внутри сети');
  const line = page.getByRole('main').getByRole('listitem');
  for (await line.first().waitFor(); !(await refused.isVisible());) {
    const looked = page.waitForResponse((answer) => answer.url().includes('/deliveries'));
    await page.getByRole('button', { name: 'Обновить' }).click();
    await looked;
  }
  await looks(page, 'console-webhook');
  await page.getByRole('button', { name: 'Сменить секрет' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Сменить' }).click();
  await page.getByText('Сохраните секрет').waitFor();
  assert.notEqual(await page.getByLabel('Секрет', { exact: true }).textContent(), secret);
  await page.getByRole('button', { name: 'Выключить' }).click();
  await page.getByText('выключен', { exact: true }).waitFor();
  await page.getByRole('navigation').getByText('Вебхуки').click();
  await page.getByText('Новая заявка · Оценка работы').waitFor();
  await looks(page, 'console-webhooks');
  await page.getByRole('link', { name: '1С' }).click();
  await page.getByRole('button', { name: 'Удалить вебхук' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await page.getByText('Вебхуков пока нет').waitFor();
});

test('another session is ended, and is out with its next request', async () => {
  const [page, other] = [await play.window({ state: founder }), await play.window()];
  await signIn(other);
  await other.getByRole('navigation').getByText('Мои сеансы').click();
  await other.getByText('этот сеанс').waitFor();
  await page.goto(`${play.site}/console/sessions`);
  await page.getByRole('button', { name: 'Завершить все остальные' }).click();
  await looks(page, 'console-end-others');
  await page.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('main').getByRole('listitem').count(), 1);
  await looks(page, 'console-sessions');
  await other.getByRole('navigation').getByText('Роли').click();
  await other.getByRole('heading', { name: 'Вход' }).waitFor();
});

test('on a phone, in Uzbek, everything fits', async () => {
  const door = await play.window({ size: PHONE, language: 'uz', dark: true });
  await door.goto(`${play.site}/console/`);
  await door.getByRole('heading', { name: 'Kirish' }).waitFor();
  await looks(door, 'console-sign-in-uz');
  const page = await play.window({ size: PHONE, chosen: 'uz', dark: true, state: founder });
  await page.goto(`${play.site}/console/`);
  for (const [name, shot] of [
    ['Rollar', 'roles'],
    ['Dasturlar', 'programs'],
    ['Jurnal', 'audit'],
    ['Vebhuklar', 'webhooks'],
    ['Huquqlarim', 'my-rights'],
    ['Seanslarim', 'sessions'],
  ]) {
    await page.getByRole('button', { name: 'Menyu' }).click();
    if (shot === 'roles') await looks(page, 'console-menu-uz');
    await page.getByRole('navigation').getByText(name).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByText('Yuklanmoqda').waitFor({ state: 'detached' });
    await looks(page, `console-${shot}-uz`);
  }
  await page.goto(`${play.site}/console/programs/new`);
  await page.getByRole('main').getByText('Arizalar').first().waitFor();
  await looks(page, 'console-program-new-uz');
  await door.goto(`${play.site}/oauth/authorize?client_id=x`);
  await door.getByText('Dastur sizni xato bilan yubordi').waitFor();
  await looks(door, 'console-authorize-uz');
});
