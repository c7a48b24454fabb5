/**
 * Inline buttons on their way: which ones wait for `answerCallbackQuery`. The bot's answer may
 * overtake the answer to the tap itself, so an early one is kept until its tap is known.
 */

import { post } from './api.js';

/** A client stops its spinner when the bot stays silent; the query itself may live longer. */
const PATIENCE = 30_000;

export class Taps {
  #waiting = new Map();
  #early = new Map();

  constructor(session) {
    this.session = session;
  }

  /** True while this button of this message waits for the bot. */
  isWaiting(chat, messageId, data) {
    return this.#waiting.has(`${chat}:${messageId}:${data}`);
  }

  /** Taps a button; resolves when the server took the tap, not when the bot answered it. */
  async tap(chat, messageId, data) {
    const key = `${chat}:${messageId}:${data}`;
    if (this.#waiting.has(key)) return;
    const tap = { key, chat, messageId, id: null, timer: setTimeout(() => this.#finish(tap), PATIENCE) };
    this.#waiting.set(key, tap);
    this.#redraw(chat);
    try {
      const { callback_id: id } = await post('tap', {
        person: this.session.person.id,
        chat,
        message_id: messageId,
        data,
      });
      tap.id = id;
    } catch (error) {
      this.#finish(tap);
      throw error;
    }
    const early = this.#early.get(tap.id);
    if (early) this.answered(early);
  }

  /** Takes a `callback_answer` event; taps of another window of the same person are left to it. */
  answered(event) {
    const tap = [...this.#waiting.values()].find((candidate) => candidate.id === event.callback_id);
    if (tap) {
      this.#early.delete(event.callback_id);
      this.#finish(tap);
      this.session.emit('answer', event);
    } else if ([...this.#waiting.values()].some((candidate) => candidate.id === null)) {
      this.#early.set(event.callback_id, event);
    }
  }

  #finish(tap) {
    clearTimeout(tap.timer);
    this.#waiting.delete(tap.key);
    this.#redraw(tap.chat);
  }

  #redraw(chat) {
    this.session.emit('list', { chat });
  }
}
