/** Signing in at Telegram: a real provider of OpenID Connect, a real browser. */
import { after, test } from 'node:test';

import { Provider } from '../../crates/playground/e2e/oidc.mjs';
import { looks, PEOPLE, stage } from './stage.mjs';

const provider = new Provider();
process.env.RATE_LIMITS = 'auth=100/min'; // all of it comes from one address
await provider.open(); // the demo of the stage finds it in its environment
const play = stage();
after(() => provider.close());

async function goThere(page) {
  await page.goto(`${play.site}/console/`);
  await page.getByRole('link', { name: 'Войти через Telegram' }).click();
}

test('whoever Telegram says it is finds themselves inside', async () => {
  provider.isAt(PEOPLE.rustam.id);
  const page = await play.window();
  await page.goto(`${play.site}/console/`);
  await page.getByRole('link', { name: 'Войти через Telegram' }).waitFor();
  await looks(page, 'console-sign-in-telegram');
  await goThere(page);
  await page.getByText(PEOPLE.rustam.first_name).first().waitFor();
});

test('whom no bot has met is told what to do, and a token that was changed opens nothing', async () => {
  provider.isAt(4242424242);
  const page = await play.window();
  await goThere(page);
  await page.getByText('Мы вас ещё не знаем').waitFor();
  await looks(page, 'console-telegram-unknown');
  provider.isAt(PEOPLE.rustam.id);
  provider.lies({ id: PEOPLE.malika.id });
  await goThere(page);
  await page.getByText('Telegram не подтвердил вход').waitFor();
});
