/** The bot's commands: suggestions while a `/` is typed, and the menu button beside the input. */

import { get } from './api.js';
import { el, fill } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { attempt } from './overlay.js';

export class CommandList {
  #all = [];
  #at = 0;
  #chat = null;

  /** `send(text)` sends a chosen command; `write(text)` puts it into the input to be finished. */
  constructor(session, send, write) {
    this.session = session;
    this.send = send;
    this.write = write;
    this.node = el('ul', {
      class: 'commands',
      hidden: true,
      role: 'listbox',
      'aria-label': t('commands'),
      testid: 'commands',
    });
  }

  /** Loads the commands of a chat, as this person sees them there. */
  load(chat) {
    this.#chat = chat;
    this.#all = [];
    return attempt(async () => {
      const commands = await get('commands', { person: this.session.person.id, chat });
      if (this.#chat === chat) this.#all = commands;
    });
  }

  /** Shows the commands that begin with what is typed, or hides the list. */
  filter(text) {
    const typed = /^\/(\w*)$/u.exec(text)?.[1];
    this.#draw(typed === undefined ? [] : this.#all.filter((one) => one.command.startsWith(typed.toLowerCase())));
  }

  /** Opens or closes the whole list; commands are asked anew, as a bot may have changed them. */
  async toggle() {
    if (!this.node.hidden) return this.#draw([]);
    await this.load(this.#chat);
    return this.#draw(this.#all);
  }

  /** Handles a key of the input; true when the list took it. */
  key(event) {
    if (this.node.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...this.node.querySelectorAll('button')];
    if (step) {
      this.#at = (this.#at + step + items.length) % items.length;
      items.forEach((item, at) => item.setAttribute('aria-selected', String(at === this.#at)));
      items[this.#at].scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.shiftKey) {
      items[this.#at].click();
    } else if (event.key === 'Tab') {
      this.write(`${items[this.#at].dataset.command} `);
    } else if (event.key === 'Escape') {
      this.#draw([]);
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  #draw(commands) {
    this.#at = 0;
    this.node.hidden = commands.length === 0;
    fill(
      this.node,
      commands.map((one, at) => {
        const text = this.#addressed(one.command);
        return el(
          'li',
          { role: 'none' },
          el(
            'button',
            {
              type: 'button',
              role: 'option',
              'aria-selected': String(at === 0),
              testid: 'command',
              data: { command: text },
              onclick: () => {
                this.#draw([]);
                this.write('');
                this.send(text);
              },
            },
            el('strong', {}, `/${one.command}`),
            el('span', {}, one.description),
          ),
        );
      }),
    );
  }

  /** In a group a command names its bot, as messengers write it. */
  #addressed(command) {
    const row = this.session.rows.get(this.#chat);
    return row && row.chat.type !== 'private' && row.bot?.username ? `/${command}@${row.bot.username}` : `/${command}`;
  }
}

/** The button left of the input: a mini-app when the bot set one, else its commands in a private chat. */
export function menuButton(row, commands, actions) {
  if (row.chat.type !== 'private') return null;
  const app = row.menu_button?.type === 'web_app' ? row.menu_button : null;
  return el(
    'button',
    {
      type: 'button',
      class: 'menu-button',
      testid: 'menu-button',
      'aria-label': app ? app.text : t('commands'),
      onclick: () => (app ? actions.webApp(app.web_app.url) : commands.toggle()),
    },
    icon(app ? 'app' : 'menu'),
    el('span', {}, app ? app.text : t('menu')),
  );
}
