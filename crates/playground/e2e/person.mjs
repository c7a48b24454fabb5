/**
 * Somebody at the chat page. Every verb does what a hand would do and waits for what an eye would see; a wait that
 * is not met fails with what it looked for. `SHOTS=<folder>` keeps a picture of every step.
 */

import assert from 'node:assert/strict';
import { join } from 'node:path';

export const BOT = 'ЖК Баҳор';
export const GROUP = 'Баҳор · сотрудники';

/** The buttons of the first meeting and the words that end it. */
export const MOVING = {
  ru: {
    yes: 'Да, я живу здесь',
    phone: 'Подтвердить номер',
    role: 'Собственник',
    agree: 'Согласен',
    home: 'Готово!',
  },
  uz: {
    yes: 'Ha, shu yerda yashayman',
    phone: 'Raqamni tasdiqlash',
    role: 'Mulkdor',
    agree: 'Roziman',
    home: 'Tayyor!',
  },
};

export class Person {
  #shots = 0;

  constructor(page, name) {
    this.page = page;
    this.name = name;
    this.input = page.getByTestId('input');
    this.toasts = page.getByTestId('toast');
  }

  /** Opens a chat from the list. */
  async opens(title) {
    const named = this.page.locator('.chat-title', { hasText: title });
    await this.page.getByTestId('chat-row').filter({ has: named }).click();
    await this.page.getByTestId('chat-title').filter({ hasText: title }).waitFor();
  }

  /** Opens a topic of the open forum. */
  async opensTopic(name) {
    await this.page.getByTestId('topic').filter({ hasText: name }).click();
    await this.page.getByTestId('chat-title').filter({ hasText: name }).waitFor();
  }

  /** The big button of a bot that was never spoken to, or of a deep link. */
  async starts() {
    await this.page.getByTestId('start').click();
  }

  /** Gets to the main keyboard, pressing START in a chat that is still empty. */
  async begins() {
    const start = this.page.getByTestId('start');
    const key = this.page.getByTestId('reply-button').first();
    await start.or(key).first().waitFor();
    if (await start.isVisible()) await this.starts();
    await key.waitFor();
  }

  /** From the deep link of a flat to the main keyboard, for whom nothing of it is the point. */
  async movesIn({ yes, phone, role, agree, home } = MOVING.ru) {
    await this.starts();
    await this.taps(yes);
    await this.shares(phone);
    await this.taps(role);
    await this.taps(agree);
    await this.sees(home);
  }

  async says(text) {
    await this.input.fill(text);
    await this.page.getByTestId('send').click();
    await this.own(text).waitFor();
  }

  /** Messages whose words contain a text. */
  messages(text) {
    const words = this.page.getByTestId('message-text').filter({ hasText: text });
    return this.page.getByTestId('message').filter({ has: words });
  }

  /** The newest message of this person with a text. */
  own(text) {
    return this.messages(text).and(this.page.locator('[data-own=true]')).last();
  }

  /** Waits for words of somebody else and gives the newest message that has them. */
  async sees(text) {
    const message = this.messages(text).and(this.page.locator('[data-own=false]')).last();
    await message.waitFor();
    return message;
  }

  /** Waits for words and gives the message in a form that stays the same when it is edited. */
  async keeps(text) {
    const id = await (await this.sees(text)).getAttribute('data-message-id');
    return this.page.locator(`[data-testid=message][data-message-id="${id}"]`);
  }

  /** Taps a request in the list of one's own and gives its card: below the list, not the one of before, which goes. */
  async recalls(label, words) {
    const button = this.page.getByTestId('inline-button').filter({ hasText: label }).last();
    const list = this.page.getByTestId('message').filter({ has: button }).last();
    const above = Number(await list.getAttribute('data-message-id'));
    await button.click();
    await this.page.waitForFunction(
      ([text, id]) =>
        [...document.querySelectorAll('[data-testid=message]')].some(
          (message) => Number(message.dataset.messageId) > id && message.innerText.includes(text),
        ),
      [words, above],
    );
    return this.keeps(words);
  }

  /** Waits until a message shows a text. */
  async shows(message, text) {
    await message.getByTestId('message-text').filter({ hasText: text }).waitFor();
  }

  /** Taps an inline button; the newest one with this label, or that of a message. */
  async taps(label, message = this.page.getByTestId('messages')) {
    await message
      .getByTestId('inline-button')
      .filter({ hasText: ends(label) })
      .last()
      .click();
  }

  /** Waits for an inline button. */
  async button(label, message = this.page.getByTestId('messages')) {
    const button = message
      .getByTestId('inline-button')
      .filter({ hasText: ends(label) })
      .last();
    await button.waitFor();
    return button;
  }

  /** Presses a key of the bot's keyboard under the input. */
  async presses(label) {
    await this.page
      .getByTestId('reply-button')
      .filter({ hasText: ends(label) })
      .click();
  }

  /** Presses the key that shares the own number, and says yes. */
  async shares(label) {
    await this.presses(label);
    await this.page.getByTestId('confirm-yes').click();
  }

  /** Answers a message by its words, as by a swipe. */
  async replies(message, text) {
    await message.hover();
    await message.getByTestId('message-reply').click();
    await this.page.getByTestId('composer-context').waitFor();
    await this.says(text);
  }

  /** Waits for the small words at the top. */
  async toasted(text) {
    await this.toasts.filter({ hasText: text }).first().waitFor();
  }

  /** Chooses a file by an entry of the paperclip's menu. */
  async chooses(entry, files) {
    await this.page.getByTestId('attach').click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByTestId(entry).click();
    await (await chooser).setFiles(files);
  }

  /** Sends pictures with a caption. */
  async sendsPhotos(files, caption = '') {
    await this.chooses('attach-photo', files);
    await this.page.getByTestId('caption').fill(caption);
    await this.page.getByTestId('upload-send').click();
    await this.page.getByTestId('upload-dialog').waitFor({ state: 'detached' });
  }

  /** Sends an audio file as a voice message. */
  async sendsVoice(file) {
    await this.chooses('attach-voice', file);
  }

  /** Speaks into the microphone until the clock shows a time. */
  async speaks(until) {
    const recording = this.page.getByTestId('recording');
    await this.page.getByTestId('record').click();
    await recording.filter({ hasText: until }).waitFor();
    await this.page.getByTestId('record-send').click();
  }

  /** Presses play and waits until a voice message is heard. */
  async listens(message) {
    await message.getByTestId('voice-play').click();
    const audio = await message.getByTestId('audio').elementHandle();
    await this.page.waitForFunction((sound) => sound.currentTime > 0, audio);
  }

  /** The bytes of a picture that a message shows. */
  async bytesOf(photo) {
    const link = await photo.locator('img').getAttribute('src');
    return (await this.page.request.get(new URL(link, this.page.url()).href)).body();
  }

  async sendsPlace(latitude, longitude) {
    await this.page.getByTestId('attach').click();
    await this.page.getByTestId('attach-location').click();
    await this.page.getByTestId('latitude').fill(String(latitude));
    await this.page.getByTestId('longitude').fill(String(longitude));
    await this.page.getByTestId('place-send').click();
    await this.page.getByTestId('place-dialog').waitFor({ state: 'detached' });
  }

  /** What the bot has said in the open chat: the words of its messages and of its buttons. */
  async heard() {
    const messages = this.page.locator('[data-testid=message][data-own=false]');
    const words = await messages.getByTestId('message-text').allInnerTexts();
    const labels = await messages.getByTestId('inline-button').allInnerTexts();
    const keys = await this.page.getByTestId('reply-button').allInnerTexts();
    return [...words, ...labels, ...keys];
  }

  /** Nothing is wider than the window; keeps a picture of the step when asked for. */
  async looks(step) {
    const [wide, window] = await this.page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]);
    assert.ok(wide <= window, `${this.name}, ${step}: ${wide} px wide in a window of ${window}`);
    const cut = await this.page.evaluate(cutOff);
    assert.deepEqual(cut, [], `${this.name}, ${step}: cut off or out of the window`);
    this.#shots += 1;
    if (!process.env.SHOTS) return;
    const number = String(this.#shots).padStart(2, '0');
    await this.page.screenshot({
      path: join(process.env.SHOTS, `${this.name}-${number}-${step}.png`),
      animations: 'disabled',
    });
  }
}

/** A button is known by its words; the picture before them does not matter. */
function ends(label) {
  return new RegExp(`${label.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`, 'u');
}

/** Buttons of the bot whose words do not fit, are broken in the middle of a word, or that lie beside the window. */
function cutOff() {
  const lines = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.bottom))).size;
  };
  const broken = (node) =>
    [...node.data.matchAll(/[\p{L}\p{N}‘’]+/gu)].some(
      ({ 0: word, index }) => lines(node, index, index + word.length) > 1,
    );
  return [...document.querySelectorAll('[data-testid=inline-button], [data-testid=reply-button]')]
    .filter((button) => button.checkVisibility())
    .filter((button) => {
      const { left, right } = button.getBoundingClientRect();
      const label = button.querySelector('.inline-label') ?? button;
      const words = [...label.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      return left < 0 || right > innerWidth || label.scrollWidth > label.clientWidth + 1 || words.some(broken);
    })
    .map((button) => button.textContent);
}
