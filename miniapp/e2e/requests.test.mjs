/** A request over both pages: the desk files it in the console, a worker does it and the resident accepts on the phone. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { Provider } from '../../crates/playground/e2e/oidc.mjs';
import { looks, PEOPLE, PHONE, stage } from './stage.mjs';

const provider = new Provider();
process.env.RATE_LIMITS = 'auth=100/min'; // all of it comes from one address
await provider.open();
const play = stage();
after(() => provider.close());

const GULNORA = { id: 7004, first_name: 'Gulnora', language_code: 'uz' };
const WORDS = 'Капает кран на кухне, вода уже на полу.';
const LATE = 'Течёт сильнее, ведро полное.';
/** The desk's window, and where the person of the console is. */
let desk;
/** The owner's cookies. */
let owner;

/** The console, by way of Telegram: the people of the demo have no passwords. */
async function enters(person, options) {
  provider.isAt(person.id);
  const page = await play.window(options);
  await page.goto(`${play.site}/console/`);
  await page.getByRole('link', { name: 'Telegram' }).first().click();
  await page.getByRole('navigation').waitFor();
  return page;
}

async function open(page, name) {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
}

const sure = (page, deed) => page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click();

/** What was just done is said for a while; a picture of the screen is better without. */
const toastsGo = (page) => page.waitForFunction(() => !document.querySelector('.toast'));

test('the owner says what a leak takes, and adds a problem', async () => {
  const page = await enters(PEOPLE.rustam);
  owner = await page.context().storageState();
  await open(page, 'Темы заявок');
  await page.getByRole('button', { name: 'Изменить: Протечка', exact: true }).click();
  await page.getByLabel('Чек-лист').fill('Перекрыть стояк\nПроверить соседей снизу');
  await looks(page, 'console-category');
  await sure(page, 'Сохранить');
  await page.getByText('2 шага').waitFor();
  const plumbing = page.getByRole('region', { name: 'Сантехника' });
  await plumbing.getByRole('button', { name: '+ Проблема' }).click();
  await page.getByLabel('Название по-русски').fill('Шумит труба');
  await page.getByLabel('Название по-узбекски').fill('Quvur shovqini');
  await page.getByLabel('Название по-английски').fill('Noisy pipe');
  await page.getByLabel('Взять за, минут').fill('90');
  await sure(page, 'Сохранить');
  await plumbing.getByText('ответ 1:30').waitFor();
  await looks(page, 'console-categories');
  await page.getByRole('button', { name: 'Убрать: Шумит труба' }).click();
  await sure(page, 'Убрать в архив');
  await page.getByRole('button', { name: 'Изменить: Шумит труба' }).waitFor({ state: 'detached' });
  await page.getByLabel('Показать и убранные').check();
  await page.getByRole('button', { name: 'Вернуть' }).click();
  await page.getByRole('button', { name: 'Изменить: Шумит труба' }).waitFor();
});

test('the desk files for a resident, and gives it to a worker', async () => {
  desk = await enters(PEOPLE.malika);
  await open(desk, 'Заявки');
  await desk.getByRole('button', { name: '№1', exact: true }).waitFor();
  await looks(desk, 'console-requests');
  await desk.getByRole('button', { name: 'Подать заявку' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('За кого?').fill('gulnora');
  await dialog.getByRole('button', { name: 'Выбрать' }).first().click();
  await dialog.getByLabel('Что случилось?').fill(WORDS);
  await dialog.getByLabel('Тема').selectOption({ label: 'Протечка' });
  await looks(desk, 'console-request-new');
  await sure(desk, 'Отправить');
  const panel = desk.getByRole('complementary', { name: 'Заявка' });
  await panel.getByRole('heading', { name: '№5' }).waitFor();
  await panel.getByText(WORDS).waitFor();
  await panel.getByRole('button', { name: 'Назначить', exact: true }).click();
  await desk.getByRole('dialog').getByText('Бобур Тошматов').click();
  await looks(desk, 'console-request-assign');
  await sure(desk, 'Назначить');
  await panel.locator('.tag').filter({ hasText: 'назначена' }).waitFor();
  await panel.getByRole('button', { name: 'Своим' }).click();
  await panel.getByLabel('Сообщение').fill('Возьми сифон, у неё старый.');
  await panel.getByRole('button', { name: 'Отправить' }).click();
  await panel.getByText('для своих').waitFor();
  await panel.getByRole('heading', { name: '№5' }).scrollIntoViewIfNeeded();
  await toastsGo(desk);
  await looks(desk, 'console-request');
});

test('the list is found by words and by what is late, and the address keeps it', async () => {
  await desk.getByRole('button', { name: 'Закрыть', exact: true }).click();
  await desk.getByLabel('Слова или номер').fill('капает');
  await desk.getByRole('button', { name: '№5', exact: true }).waitFor();
  await desk.getByRole('button', { name: '№1', exact: true }).waitFor({ state: 'detached' });
  await desk.reload();
  await desk.getByRole('button', { name: '№5', exact: true }).waitFor();
  assert.equal(await desk.getByLabel('Слова или номер').inputValue(), 'капает');
  await desk.getByLabel('Статус').selectOption({ label: 'закрыта' });
  await desk.getByText('Ничего не нашлось').waitFor();
  await looks(desk, 'console-requests-not-found');
  await desk.getByRole('button', { name: 'Сбросить фильтр' }).click();
  await desk.getByRole('button', { name: '№1', exact: true }).waitFor();
});

test('the worker does it step by step on the phone', async () => {
  const page = await play.miniApp(PEOPLE.bobur, { chosen: 'ru' });
  await page.getByRole('link', { name: 'Мои заявки' }).click();
  await looks(page, 'miniapp-requests');
  await page.getByRole('link', { name: '№5' }).click();
  await page.getByText('Возьми сифон').waitFor();
  await page.getByRole('button', { name: 'Беру' }).click();
  await page.getByText('взята', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Выезжаю' }).click();
  await page.getByText('в пути', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Я на месте' }).click();
  await page.getByText('в работе', { exact: true }).waitFor();
  await toastsGo(page);
  await looks(page, 'miniapp-request');
  await page.getByRole('button', { name: 'Готово' }).click();
  await sure(page, 'Готово');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await looks(page, 'miniapp-request-not-yet');
  await sure(page, 'Отмена');
  for (const step of ['Перекрыть стояк', 'Проверить соседей снизу']) {
    await page.getByLabel(step).click();
    await page.locator('input[type=checkbox]:checked').and(page.getByLabel(step)).waitFor();
  }
  await page.getByText('Материалы и цена').click();
  await page.getByLabel('Материал', { exact: true }).fill('Сифон');
  await page.getByLabel('Стоимость').fill('85 000');
  await page.getByRole('button', { name: 'Добавить материал' }).click();
  await page.getByText('85\u00a0000').first().waitFor();
  await looks(page, 'miniapp-request-work');
  await page.getByRole('button', { name: 'Готово' }).click();
  await page.getByLabel('Что сделано').fill('Заменил сифон.');
  await sure(page, 'Готово');
  await page.getByText('готова', { exact: true }).waitFor();
});

test('the resident sends it back, then accepts and gives stars', async () => {
  const page = await play.miniApp(GULNORA);
  await page.getByRole('link', { name: 'Arizalarim' }).click();
  await looks(page, 'miniapp-own-requests-uz');
  await page.getByRole('link', { name: '№5' }).click();
  await page.getByText('Заменил сифон.').first().waitFor();
  assert.equal(await page.getByText('Возьми сифон').count(), 0, 'what the staff say among themselves is theirs');
  await page.getByLabel('Xodimlarga xabar').fill(LATE);
  await page.getByRole('button', { name: 'Yuborish' }).click();
  await page.getByText(LATE).waitFor();
  await looks(page, 'miniapp-request-done-uz');
  await page.getByRole('button', { name: 'Ishni qabul qilish' }).click();
  await page.getByText('yopilgan', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Baholash' }).click();
  await page.getByRole('radio', { name: '★5' }).click();
  await page.getByRole('button', { name: 'Toza' }).click();
  await looks(page, 'miniapp-rate-uz');
  await sure(page, 'Yuborish');
  await page.getByText('★★★★★').first().waitFor();
  await looks(page, 'miniapp-request-closed-uz');
});

test('a resident files on the phone, and withdraws it', async () => {
  const page = await play.miniApp(GULNORA);
  await page.getByRole('link', { name: 'Yangi ariza' }).click();
  await page.getByLabel('Nima bo‘ldi?').fill('Yo‘lakda chiroq yonmayapti');
  await page.getByLabel('Mavzu').selectOption({ label: 'Yoritish' });
  await page.getByLabel('Qayerda').selectOption({ label: 'Yo‘lak' });
  await looks(page, 'miniapp-file-uz');
  await page.getByRole('button', { name: 'Yuborish' }).click();
  await page.getByRole('heading', { name: '№6' }).waitFor();
  await looks(page, 'miniapp-request-new-uz');
  await page.getByRole('button', { name: 'Arizani bekor qilish' }).click();
  await sure(page, 'Arizani bekor qilish');
  await page.getByText('bekor qilingan', { exact: true }).waitFor();
});

test('one chooses what to be told, and when', async () => {
  const page = await play.miniApp(GULNORA);
  await page.getByRole('link', { name: 'Bildirishnomalar' }).click();
  await page.getByLabel('Xabarlar').selectOption({ label: 'faqat muhimi' });
  await page.getByText('Saqlandi').waitFor();
  await looks(page, 'miniapp-notifications-uz');
});

test('on a phone, in Uzbek, the desk fits', async () => {
  const state = await desk.context().storageState();
  const page = await play.window({ size: PHONE, language: 'uz', chosen: 'uz', state });
  await page.goto(`${play.site}/console/requests`);
  await page.getByRole('button', { name: '№1', exact: true }).waitFor();
  await looks(page, 'console-requests-phone-uz');
  await page.getByRole('button', { name: '№1', exact: true }).click();
  await page.getByRole('heading', { name: '№1' }).waitFor();
  await looks(page, 'console-request-phone-uz');
  await page.goto(`${play.site}/console/notifications`);
  await page.getByRole('heading', { name: 'Bildirishnomalar' }).waitFor();
  await looks(page, 'console-notifications-phone-uz');
});

test('on a phone, in Uzbek, what the owner sets up fits', async () => {
  const page = await play.window({ size: PHONE, language: 'uz', chosen: 'uz', state: owner });
  await page.goto(`${play.site}/console/categories`);
  await page.getByRole('button', { name: 'O‘zgartirish: Suv oqmoqda' }).click();
  await page.getByLabel('Ruscha nomi').waitFor();
  await looks(page, 'console-category-phone-uz');
  await sure(page, 'Bekor qilish');
  await looks(page, 'console-categories-phone-uz');
  await page.goto(`${play.site}/console/notifications`);
  await page.getByText('Tashkilotning sokin soatlari').waitFor();
  await page.getByText('Bobur').or(page.getByText('Бобур')).first().waitFor();
  await looks(page, 'console-notifications-owner-phone-uz');
  await page.goto(`${play.site}/console/buildings`);
  await page.getByRole('main').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Stoyaklar' }).waitFor();
  await looks(page, 'console-building-phone-uz');
});
