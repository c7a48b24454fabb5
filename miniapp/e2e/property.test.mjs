/** The register in the console: a complex, a house, an entrance, a flat, its people; what is found, answered, archived. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { looks, PHONE, stage } from './stage.mjs';

const play = stage();
const PASSWORD = 'kechqurun choyxonada osh';
let page;

async function open(name) {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
  await page.getByText('Загружаем').waitFor({ state: 'detached' });
}

const sure = (deed) => page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click();

test('a house is added to a complex, with an entrance and a flat', async () => {
  page = await play.window();
  await page.goto(`${play.site}/console/register`);
  await page.getByLabel('Название организации').fill('УК Навруз');
  await page.getByLabel('Ваше имя').fill('Дилноза Юсупова');
  await page.getByLabel('Эл. почта').fill('navruz@example.com');
  await page.getByLabel('Пароль').fill(PASSWORD);
  await page.getByRole('button', { name: 'Создать' }).click();
  await open('Дома');
  await page.getByText('Домов не нашлось').waitFor();
  await looks(page, 'console-buildings-none');
  await page.getByRole('button', { name: 'Добавить комплекс' }).click();
  await page.getByLabel('Название комплекса').fill('ЖК Навруз');
  await sure('Добавить');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Добавить дом' }).click();
  await page.getByRole('dialog').getByLabel('Адрес').fill('ул. Навои, 5');
  await page.getByRole('dialog').getByLabel('Комплекс').selectOption({ label: 'ЖК Навруз' });
  await looks(page, 'console-building-new');
  await sure('Добавить');
  await page.getByRole('heading', { name: 'ул. Навои, 5' }).waitFor();

  await page.getByLabel('Новый подъезд: номер').fill('2');
  await page.getByLabel('Код двери').fill('12К34');
  await page
    .locator('form', { has: page.getByLabel('Код двери') })
    .getByRole('button', { name: 'Добавить' })
    .click();
  await page.getByText('код 12К34').waitFor();
  for (const number of ['42', '7']) {
    await page.getByLabel('Новая квартира: номер').fill(number);
    const form = page.locator('form', { has: page.getByLabel('Новая квартира: номер') });
    await form.getByRole('button', { name: 'Добавить' }).click();
    await page.getByRole('link', { name: number, exact: true }).waitFor();
  }
  await looks(page, 'console-building');
});

test('a riser gets its flats, and an entrance another code', async () => {
  await page.getByRole('button', { name: 'Добавить стояк' }).click();
  await page.getByLabel('Что идёт').selectOption({ label: 'горячая вода' });
  await page.getByLabel('Название стояка').fill('С-1');
  await page.getByRole('dialog').getByLabel('42', { exact: true }).check();
  await looks(page, 'console-riser');
  await sure('Сохранить');
  await page.getByText('1 квартира', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Изменить: С-1' }).click();
  await page.getByRole('dialog').getByLabel('Где перекрывать').fill('Кран в подвале, слева');
  await sure('Сохранить');
  await page.getByText('Кран в подвале').waitFor();
  await page.getByRole('button', { name: 'Изменить подъезд 2' }).click();
  await page.getByRole('dialog').getByLabel('Код двери').fill('77К88');
  await sure('Сохранить');
  await page.getByText('код 77К88').waitFor();
});

test('a flat gets its facts and the people whom the register expects', async () => {
  await page.getByRole('link', { name: '42', exact: true }).click();
  await page.getByRole('heading', { name: 'Квартира 42' }).waitFor();
  await page.getByText('Здесь пока никого').waitFor();
  await page.getByLabel('Телефон').fill('+998 90 123-45-67');
  await page.getByLabel('Имя').fill('Анна Ким');
  await page.getByRole('button', { name: 'Внести', exact: true }).click();
  await page.getByText('ещё не в боте').waitFor();
  await page.getByRole('button', { name: 'Изменить: Анна Ким' }).click();
  await page.getByRole('dialog').getByLabel('Имя').fill('Анна Ли');
  await looks(page, 'console-resident');
  await sure('Сохранить');
  await page.getByText('Анна Ли').waitFor();
  await page.getByLabel('Подъезд').selectOption({ label: '2' });
  await page.getByLabel('Этаж').fill('7');
  await page.getByLabel('Площадь, м²').fill('много');
  await page.getByText('Напишите число').waitFor();
  await page.getByLabel('Площадь, м²').fill('54,3');
  await page.getByLabel('Лицевой счёт').fill('77-001');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Сохранено').waitFor();
  assert.equal(await page.getByLabel('Площадь, м²').inputValue(), '54,3');
  await looks(page, 'console-unit');
  await page.setViewportSize(PHONE);
  await looks(page, 'console-unit-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('flats and residents are found by what is known of them', async () => {
  await open('Квартиры');
  await page.getByLabel('Номер, счёт, имя или телефон').fill('ли');
  await page.getByRole('link', { name: 'ул. Навои, 5, кв. 42' }).waitFor();
  await page.getByRole('link', { name: 'ул. Навои, 5, кв. 7' }).waitFor({ state: 'detached' });
  await looks(page, 'console-units');
  await open('Жители');
  await page.getByLabel('Имя, телефон, адрес или квартира').fill('1234567');
  await page.getByText('Анна Ли').waitFor();
  await looks(page, 'console-residents');
  await page.getByRole('link', { name: 'ул. Навои, 5, кв. 42' }).click();
  await page.getByRole('button', { name: 'Выселить' }).click();
  await looks(page, 'console-resident-move-out');
  await sure('Выселить');
  await page.getByText('Здесь пока никого').waitFor();
});
