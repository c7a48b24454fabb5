/** The bot's keyboard beneath the input (`ReplyKeyboardMarkup`), with the requests that need a yes first. */

import { el, fill } from './dom.js';
import { askPlace } from './attach.js';
import { t } from './i18n.js';
import { confirm, toast } from './overlay.js';

export class ReplyKeyboard {
  #markup = null;
  #shown = '';

  constructor(session, composer) {
    this.session = session;
    this.composer = composer;
    this.node = el('div', { class: 'reply-keyboard', hidden: true, testid: 'reply-keyboard' });
  }

  exists() {
    return Boolean(this.#markup);
  }

  /** Shows the keyboard of a chat row; the same one keeps being open or closed as it was. */
  show(row) {
    this.#markup = row.keyboard?.keyboard ? row.keyboard : null;
    const shown = JSON.stringify([row.chat.id, this.#markup]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.node.hidden = !this.#markup;
    this.node.classList.toggle('resized', Boolean(this.#markup?.resize_keyboard));
    fill(
      this.node,
      this.#markup?.keyboard.map((line) =>
        el(
          'div',
          { class: 'reply-row' },
          line.map((button) => this.#button(button)),
        ),
      ),
    );
  }

  /** Opens or closes it, unless the bot wants it always shown. */
  toggle() {
    this.node.hidden = !this.node.hidden && !this.#markup?.is_persistent;
  }

  #button(given) {
    const button = typeof given === 'string' ? { text: given } : given;
    const kind = ['primary', 'success', 'danger'].includes(button.style) ? ` ${button.style}` : '';
    return el(
      'button',
      { type: 'button', class: `reply-button${kind}`, testid: 'reply-button', onclick: () => this.#press(button) },
      button.text,
    );
  }

  async #press(button) {
    const sent = await this.#act(button);
    if (sent && this.#markup?.one_time_keyboard) this.node.hidden = true;
  }

  async #act(button) {
    if (button.request_contact) {
      return (
        (await confirm(t('shareContact'), t('shareContactQuestion'), t('share'))) &&
        this.composer.sendBody({ contact: 'own' })
      );
    }
    if (button.request_location) {
      const location = await askPlace(t('shareLocationQuestion'));
      return location !== null && this.composer.sendBody({ location });
    }
    if (button.web_app) {
      this.composer.conversation.actions.webApp(button.web_app.url);
      return true;
    }
    if (button.request_users || button.request_chat || button.request_poll || button.request_managed_bot) {
      toast(t('buttonUnsupported'));
      return false;
    }
    return this.composer.sendBody({ text: button.text });
  }
}
