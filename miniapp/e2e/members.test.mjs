/** A team in the console: a colleague is invited, joins, rises, is offered the org, is removed; the org ends and comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { looks, PHONE, stage } from './stage.mjs';

const play = stage();
const PASSWORD = 'kechqurun choyxonada osh';
const ORG = 'УК Чилонзор-сервис';
/** The windows of the owner and of the colleague: nobody may sign in more than five times a minute. */
let owner;
let colleague;

async function register(org, name, email) {
  const page = await play.window();
  await page.goto(`${play.site}/console/register`);
  await page.getByLabel('Название организации').fill(org);
  await page.getByLabel('Ваше имя').fill(name);
  await page.getByLabel('Эл. почта').fill(email);
  await page.getByLabel('Пароль').fill(PASSWORD);
  await page.getByRole('button', { name: 'Создать' }).click();
  await page.getByRole('navigation').getByText('Сотрудники').waitFor();
  return page;
}

/** Opens a screen by its place in the menu. */
async function open(page, name) {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
  await page.getByText('Загружаем').waitFor({ state: 'detached' });
}

async function openColleague() {
  await open(owner, 'Сотрудники');
  await owner.getByRole('link', { name: 'Бобур Тошматов' }).click();
  await owner.getByRole('heading', { name: 'Бобур Тошматов' }).waitFor();
}

const sure = (page, deed) => page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click();
/** Waits until the page is in this org. */
const isIn = (page, org) => page.locator('.switcher option:checked', { hasText: org }).waitFor({ state: 'attached' });

test('a colleague is invited by a link and joins with the account that they have', async () => {
  owner = await register(ORG, 'Дилноза Юсупова', 'dilnoza@example.com');
  await open(owner, 'Сотрудники');
  await looks(owner, 'console-members');
  await owner.getByRole('link', { name: 'Пригласить' }).click();
  await owner.getByText('Открытых приглашений нет').waitFor();
  await owner.getByLabel('Роль').selectOption({ label: 'Мастер' });
  await owner.getByLabel('Действует').selectOption({ label: '3 дня' });
  await owner.getByLabel('Для кого').fill('Бобур, сантехник');
  await looks(owner, 'console-invite-new');
  await owner.getByRole('button', { name: 'Создать приглашение' }).click();
  await owner.getByText('Приглашение готово').waitFor();
  await owner.getByRole('img', { name: 'QR-код приглашения' }).waitFor();
  await owner.getByRole('listitem').getByText('Бобур, сантехник').waitFor();
  await looks(owner, 'console-invite');
  const link = await owner.getByRole('status', { name: 'Ссылка для браузера' }).textContent();

  colleague = await register('Мастерская Бобура', 'Бобур Тошматов', 'bobur@example.com');
  await colleague.goto(link);
  await colleague.getByRole('heading', { name: ORG }).waitFor();
  assert.ok(!colleague.url().includes('#'), 'the token stays in no history');
  await looks(colleague, 'console-join');
  await colleague.getByRole('button', { name: 'Вступить' }).click();
  await colleague.getByRole('link', { name: 'Дилноза Юсупова' }).waitFor();
  await isIn(colleague, ORG);
  assert.equal(await colleague.getByRole('link', { name: 'Пригласить' }).count(), 0, 'a worker invites nobody');
  await looks(colleague, 'console-members-worker');
});

test('an invite is taken back', async () => {
  await owner.goto(`${play.site}/console/members/invites`);
  await owner.getByRole('button', { name: 'Создать приглашение' }).click();
  await owner.getByRole('button', { name: 'Отозвать' }).click();
  await looks(owner, 'console-invite-revoke');
  await sure(owner, 'Отозвать');
  await owner.getByText('Открытых приглашений нет').waitFor();
});

test('another role counts at once', async () => {
  await openColleague();
  await owner.getByLabel('Роль').selectOption({ label: 'Диспетчер' });
  await looks(owner, 'console-member');
  await owner.getByRole('button', { name: 'Сохранить' }).click();
  await owner.getByText('Сохранено').waitFor();
  await owner.locator('h1 + .tag', { hasText: 'Диспетчер' }).waitFor();
  await open(owner, 'Сотрудники');
  await owner.getByLabel('Имя или @имя').fill('нет такого');
  await owner.getByText('Никого не нашлось').waitFor();
  await owner.getByLabel('Имя или @имя').fill('боб');
  await owner.getByRole('listitem').getByText('Диспетчер').waitFor();
});

test('the org is offered, and the other declines', async () => {
  await openColleague();
  await owner.getByRole('button', { name: 'Передать организацию' }).click();
  await looks(owner, 'console-offer-ask');
  await sure(owner, 'Предложить');
  await owner.getByText('Организация предложена: Бобур Тошматов').waitFor();
  await colleague.reload();
  await colleague.getByText('Дилноза Юсупова передаёт вам организацию').waitFor();
  await looks(colleague, 'console-offer');
  await colleague.getByRole('button', { name: 'Отказаться' }).click();
  await colleague.getByText('Передача отменена').waitFor();
  await owner.reload();
  await owner.getByRole('heading', { name: 'Бобур Тошматов' }).waitFor();
  assert.equal(await owner.getByText('Организация предложена').count(), 0);
});

test('whoever is removed is out with the next request, and goes on in their own org', async () => {
  await open(colleague, 'Сотрудники');
  await openColleague();
  await owner.getByRole('button', { name: 'Убрать из команды' }).click();
  await looks(owner, 'console-member-remove');
  await sure(owner, 'Убрать');
  await owner.getByText('теперь не в команде').waitFor();
  await colleague.getByLabel('Имя или @имя').fill('д');
  await colleague.getByRole('alert').waitFor();
  await colleague.reload();
  await isIn(colleague, 'Мастерская Бобура');
  await colleague.getByRole('link', { name: 'Бобур Тошматов' }).waitFor();
});

test('the org tells of itself what its owner writes', async () => {
  await open(owner, 'Организация');
  await owner.getByLabel('Название организации').fill(`${ORG}, Ташкент`);
  await owner.getByLabel('Понедельник', { exact: true }).check();
  await owner.getByLabel('Понедельник: до').fill('19:00');
  await owner.getByLabel('Вторник', { exact: true }).check();
  assert.equal(await owner.getByLabel('Вторник: до').inputValue(), '19:00', 'like the day before');
  await owner.getByLabel('Часовой пояс').fill('Mars/Olympus');
  await owner.getByRole('button', { name: 'Сохранить' }).click();
  await owner.getByText('Такого часового пояса').or(owner.locator('.wrong')).first().waitFor();
  await looks(owner, 'console-organization-wrong');
  await owner.getByLabel('Часовой пояс').fill('Asia/Samarkand');
  await owner.getByRole('button', { name: 'Сохранить' }).click();
  await owner.getByText('Сохранено').waitFor();
  await isIn(owner, `${ORG}, Ташкент`);
  await looks(owner, 'console-organization');
});

test('on a phone, in Uzbek, the team fits', async () => {
  const state = await owner.context().storageState();
  const page = await play.window({ size: PHONE, chosen: 'uz', state });
  for (const [path, shot] of [
    ['/members', 'members'],
    ['/members/invites', 'invites'],
    ['/organization', 'organization'],
    ['/organizations', 'organizations'],
  ]) {
    await page.goto(`${play.site}/console${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Yuklanmoqda').waitFor({ state: 'detached' });
    if (shot === 'invites') {
      await page.getByRole('button', { name: 'Taklifnoma yaratish' }).click();
      await page.getByText('Taklifnoma tayyor').waitFor();
    }
    await looks(page, `console-${shot}-uz`);
  }
});

test('an org is deleted by its typed name, and its owner brings it back', async () => {
  await open(colleague, 'Организация');
  await colleague.getByRole('button', { name: 'Удалить организацию' }).click();
  const deed = colleague.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true });
  assert.ok(await deed.isDisabled());
  await colleague.getByRole('dialog').getByRole('textbox').fill('Мастерская Бобура');
  await looks(colleague, 'console-organization-delete');
  await deed.click();
  await colleague.getByText('удалена', { exact: true }).waitFor();
  await looks(colleague, 'console-organization-deleted');
  await colleague.getByRole('button', { name: 'Вернуть' }).click();
  await colleague.getByText('Организация возвращена').waitFor();
  await open(colleague, 'Сотрудники');
});
