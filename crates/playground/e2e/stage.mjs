/**
 * One demo and one browser for a test file, and a window per person. After the tests everything is ended, and a
 * window in which the page itself failed (an exception, a request refused) fails the test.
 */

import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';

import { launch } from './browser.mjs';
import { Demo } from './demo.mjs';
import { Person } from './person.mjs';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** Sound without a tap, a microphone that beeps, and nobody to ask. */
const SOUND = [
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];
/** How long the page may take for one thing, in milliseconds. */
const PATIENCE = 20_000;

/** The people of the demo, by their Telegram ids. */
export const PEOPLE = {
  anna: 7001,
  dilnoza: 7002,
  sergey: 7003,
  gulnora: 7004,
  rustam: 7010,
  malika: 7011,
  bobur: 7012,
  akmal: 7013,
};

/** Starts the demo and the browser before the tests of a file, and ends them after. */
export function stage() {
  const self = new Stage();
  before(() => self.open());
  afterEach(() => self.check());
  after(() => self.close());
  return self;
}

export class Stage {
  #contexts = [];
  #troubles = [];

  async open() {
    this.demo = await Demo.start();
    this.browser = await launch(...SOUND);
  }

  /**
   * A window of a person: `{size, language, link, start}`. A `link` opens the flat's deep link, `start`
   * (`bot:payload`) any other one, otherwise the list of chats. The language is the page's own, not that of the bot.
   */
  async enters(name, { size = DESKTOP, language = 'ru', link = false, start = '', tag = name } = {}) {
    const phone = size.width < 600;
    const context = await this.browser.newContext({
      viewport: size,
      isMobile: phone,
      hasTouch: phone,
      locale: language,
      colorScheme: 'light',
      timezoneId: 'Asia/Tashkent',
    });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript((code) => localStorage.setItem('playground.language', code), language);
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#troubles.push(`${name}: ${error.stack}`));
    page.on('response', (answer) => {
      // A page of the product asks first whether it is signed in.
      const asks = answer.status() === 401 && new URL(answer.url()).pathname.startsWith('/api/v1/');
      if (answer.status() >= 400 && !asks) this.#troubles.push(`${name}: ${answer.status()} ${answer.url()}`);
    });
    const there = `${this.demo.url}#person=${PEOPLE[name]}${start && `&start=${start}`}`;
    await page.goto(link ? this.demo.links.get(PEOPLE[name]) : there);
    return new Person(page, tag);
  }

  /** What the pages complained of since the last look. */
  check() {
    assert.deepEqual(this.#troubles.splice(0), [], 'the chat page failed');
  }

  /** Forgets what the pages complained of while the demo was away on purpose. */
  forgive() {
    this.#troubles = [];
  }

  async closeWindows() {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async close() {
    await this.browser?.close();
    await this.demo?.end();
  }
}
