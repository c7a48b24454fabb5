/** «Войти через бота»: the console shows a number, the bot asks for it, and the browser is in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Person } from './person.mjs';
import { PEOPLE, stage } from './stage.mjs';

const play = stage();

test('the owner gets into the console by a tap in the bot, and a wrong number lets nobody in', async () => {
  const rustam = await play.enters('rustam');
  const page = rustam.page;
  await begins(page);
  const wrong = await follows(rustam, async (chat, number) => {
    await chat.looks('which-number');
    const offered = await chat.page.getByTestId('inline-button').allInnerTexts();
    await chat.taps(offered.find((label) => /^\d+$/u.test(label) && label !== number));
  });
  await wrong.sees('Число не то, вход отклонён');
  await page.getByRole('button', { name: 'Попробовать ещё раз' }).waitFor();

  await begins(page);
  const right = await follows(rustam, (chat, number) => chat.taps(number));
  await right.sees('Готово, вы вошли');
  await page.bringToFront();
  await page.getByRole('navigation').getByText('Роли').waitFor();
  await rustam.looks('inside');
});

async function begins(page) {
  await page.goto(`${play.demo.site}/console/`);
  await page.getByRole('link', { name: 'Войти через бота' }).click();
  await page.getByText('Ждём ответа в Telegram').waitFor();
}

/** Opens the link that the console shows, chooses who they are in the chat page, and answers there. */
async function follows(rustam, answers) {
  const number = (await rustam.page.getByLabel('Число для бота').innerText()).trim();
  const opened = rustam.page.context().waitForEvent('page');
  await rustam.page.getByRole('link', { name: 'Открыть Telegram' }).click();
  const page = await opened;
  await page.locator(`[data-testid=person-card][data-person-id="${PEOPLE.rustam}"]`).click();
  const chat = new Person(page, 'rustam-chat');
  const start = page.getByTestId('start');
  await start.click();
  await chat.sees('Вход в консоль');
  await answers(chat, number);
  assert.match(number, /^\d+$/u);
  return chat;
}
