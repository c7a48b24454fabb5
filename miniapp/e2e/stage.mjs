/**
 * One demo and one browser for a test file. A window in which the page itself failed (an exception, an error of the
 * server, something that the policy forbids) fails the test.
 */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';

import { launch } from '../../crates/playground/e2e/browser.mjs';
import { Demo } from '../../crates/playground/e2e/demo.mjs';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** People of the demo, by their Telegram ids. */
export const PEOPLE = {
  anna: { id: 7001, first_name: 'Анна', last_name: 'Соколова', language_code: 'ru' },
  rustam: { id: 7010, first_name: 'Рустам', last_name: 'Каримов', language_code: 'ru' },
  malika: { id: 7011, first_name: 'Малика', language_code: 'uz' },
  bobur: { id: 7012, first_name: 'Бобур', last_name: 'Тошматов', language_code: 'uz' },
};

/** Colours of Telegram for Android, dark. */
export const NIGHT = {
  bg_color: '#18222d',
  secondary_bg_color: '#131415',
  section_bg_color: '#18222d',
  text_color: '#ffffff',
  hint_color: '#b1c3d5',
  subtitle_text_color: '#b1c3d5',
  link_color: '#62bcf9',
  button_color: '#2ea6ff',
  button_text_color: '#ffffff',
  destructive_text_color: '#ef5b5b',
};

const BOT = 'bahor_uk_bot';
const PATIENCE = 15_000;

/** Starts the demo and the browser before the tests of a file, and ends them after. */
export function stage() {
  const self = new Stage();
  before(() => self.open());
  afterEach(() => self.check());
  after(() => self.close());
  return self;
}

class Stage {
  #contexts = [];
  #troubles = [];

  async open() {
    this.demo = await Demo.start();
    this.site = this.demo.site;
    await this.demo.kept('"token"');
    const { world } = JSON.parse(await readFile(join(this.demo.data, 'demo/telegram/world.json'), 'utf8'));
    this.bot = Object.values(world.bots).find(({ username }) => username === BOT);
    this.browser = await launch();
  }

  /** An empty window; `chosen` is a language that was chosen in it, `state` the cookies of another one. */
  async window({ size = DESKTOP, language = 'ru', chosen, dark = false, state } = {}) {
    const phone = size.width < 600;
    const context = await this.browser.newContext({
      viewport: size,
      isMobile: phone,
      hasTouch: phone,
      locale: language,
      colorScheme: dark ? 'dark' : 'light',
      timezoneId: 'Asia/Tashkent',
      storageState: state,
    });
    if (chosen) await context.addInitScript((code) => localStorage.setItem('kontora.language', code), chosen);
    context.setDefaultTimeout(PATIENCE);
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#troubles.push(error.stack));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4')) this.#troubles.push(message.text());
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500) this.#troubles.push(`${answer.status()} ${answer.url()}`);
    });
    return page;
  }

  /** The mini-app as Telegram opens it for somebody; what it tells Telegram is in `page.told`. */
  async miniApp(person, { theme = {}, path = '/app/', ...options } = {}) {
    const page = await this.window({ size: PHONE, language: person.language_code, ...options });
    page.told = [];
    await page.exposeFunction('toldTelegram', (event, data) => page.told.push([event, JSON.parse(data)]));
    await page.addInitScript(() => {
      globalThis.TelegramWebviewProxy = { postEvent: (event, data) => void globalThis.toldTelegram(event, data) };
    });
    const launch = new URLSearchParams({
      tgWebAppData: this.initData(person),
      tgWebAppVersion: '9.1',
      tgWebAppPlatform: 'android',
      tgWebAppThemeParams: JSON.stringify(theme),
    });
    await page.goto(`${this.site}${path}?bot=${this.bot.username}#${launch}`);
    return page;
  }

  /** What Telegram would sign for somebody who opens the mini-app now. */
  initData(person) {
    const fields = {
      auth_date: String(Math.floor(Date.now() / 1000)),
      query_id: `AA${Math.random().toString(36).slice(2)}`,
      user: JSON.stringify(person),
    };
    const check = Object.entries(fields)
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('\n');
    const key = createHmac('sha256', 'WebAppData').update(this.bot.token).digest();
    return new URLSearchParams({ ...fields, hash: createHmac('sha256', key).update(check).digest('hex') }).toString();
  }

  /** What the pages complained of since the last look. */
  check() {
    assert.deepEqual(this.#troubles.splice(0), [], 'a page failed');
  }

  async close() {
    await Promise.all(this.#contexts.map((context) => context.close()));
    await this.browser?.close();
    await this.demo?.end();
  }
}

/** Nothing is wider than the window and no word is broken; `SHOTS=<folder>` keeps a picture. */
export async function looks(page, name) {
  if (process.env.SHOTS) {
    await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), animations: 'disabled' });
  }
  const [wide, window] = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
  assert.ok(wide <= window, `${name}: ${wide} px wide in a window of ${window}`);
  assert.deepEqual(await page.evaluate(brokenWords), [], `${name}: words that do not fit`);
  const raw = await page.evaluate(() => document.body.innerText.match(/\b(?:console|miniapp|access|errors)-[a-z-]+/gu));
  assert.deepEqual(raw ?? [], [], `${name}: ids instead of texts`);
}

/** Words that are cut off or broken in the middle, on what is pressed and in headings. */
function brokenWords() {
  const broken = [];
  for (const element of document.querySelectorAll('button, a, h1, h2, h3, label, th, .tag')) {
    if (!element.checkVisibility() || element.closest('.hidden-label, .scroll, .matrix-frame')) continue;
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
      broken.push(element.textContent);
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}‘’]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size > 1) broken.push(word);
      }
    }
  }
  return broken;
}
