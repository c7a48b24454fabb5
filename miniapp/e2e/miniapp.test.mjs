/** The mini-app on a phone: opened by Telegram, and opened by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { looks, NIGHT, PEOPLE, PHONE, stage } from './stage.mjs';

const play = stage();

test('a member opens the mini-app from the bot, sees who they are, and ends another session', async () => {
  const other = await play.miniApp(PEOPLE.bobur, { chosen: 'uz' });
  await other.getByRole('heading', { name: 'Ish' }).waitFor();

  const page = await play.miniApp(PEOPLE.bobur, { theme: NIGHT, dark: true, chosen: 'uz' });
  await page.getByRole('heading', { name: 'Ish' }).waitFor();
  await page.getByText('Бобур Тошматов').waitFor();
  await page.getByText('Usta').waitFor();
  await looks(page, 'miniapp-home-uz');
  assert.ok(page.told.some(([event]) => event === 'web_app_ready'));
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(ground, 'rgb(19, 20, 21)', 'it wears the colours of Telegram');

  await page.getByRole('navigation').getByText('Seanslarim').last().click();
  await page.getByText('shu seans').waitFor();
  await looks(page, 'miniapp-sessions-uz');
  assert.deepEqual(page.told.at(-1), ['web_app_setup_back_button', { is_visible: true }]);
  await page.getByRole('button', { name: 'Tugatish', exact: true }).click();
  await page.getByText('Seans tugatildi').waitFor();
  assert.equal(await page.getByRole('listitem').count(), 1);

  await page.evaluate(() => globalThis.Telegram.WebView.receiveEvent('back_button_pressed'));
  await page.getByRole('heading', { name: 'Ish' }).waitFor();

  await other.getByRole('navigation').getByText('Seanslarim').last().click();
  await other.getByText('Seans tugadi').waitFor();
  await looks(other, 'miniapp-ended-uz');
});

test('a page that is reloaded goes on, and a resident finds their home', async () => {
  const page = await play.miniApp(PEOPLE.anna);
  await page.getByRole('heading', { name: 'Мой дом' }).waitFor();
  assert.equal(await page.getByText('Сотрудники').count(), 0, 'the team is not for residents');
  await page.goto(`${play.site}/app/sessions`);
  await page.getByText('этот сеанс').waitFor();
  assert.equal(await page.getByRole('listitem').count(), 1, 'the same launch is the same session');
  await looks(page, 'miniapp-sessions-ru');
});

test('whoever runs the org sees its team, and invites from the phone', async () => {
  const page = await play.miniApp(PEOPLE.rustam, { chosen: 'uz' });
  await page.getByRole('navigation').getByText('Xodimlar').last().click();
  await page.getByRole('link', { name: 'Бобур Тошматов' }).waitFor();
  await looks(page, 'miniapp-members-uz');
  await page.getByRole('link', { name: 'Бобур Тошматов' }).click();
  await page.getByRole('button', { name: 'Jamoadan chiqarish' }).waitFor();
  await looks(page, 'miniapp-member-uz');
  await page.getByRole('link', { name: 'Xodimlar' }).first().click();
  await page.getByRole('link', { name: 'Taklif qilish' }).click();
  await page.getByRole('button', { name: 'Taklifnoma yaratish' }).click();
  await page.getByText('Taklifnoma tayyor').waitFor();
  const link = await page.getByRole('status', { name: 'Telegram uchun havola' }).textContent();
  assert.match(link, /\/t\.me\/\w+\?start=i_/u);
  await looks(page, 'miniapp-invite-uz');
});

test('opened by hand, the page says where it lives', async () => {
  const page = await play.window({ size: PHONE, language: 'uz' });
  await page.goto(`${play.site}/app/`);
  await page.getByText('Bu sahifa Telegramda ochiladi').waitFor();
  await looks(page, 'miniapp-elsewhere-uz');
});
