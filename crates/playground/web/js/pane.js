/**
 * The scrolling list of messages of the open chat. It keeps the reader's place: new messages scroll
 * only who is at the bottom, everyone else gets a button with their number.
 */

import { draw } from './bubble.js';
import { rowAvatar } from './avatar.js';
import { el, fill } from './dom.js';
import { titleOf } from './format.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { waitingButtons } from './inline_keyboard.js';
import { attempt, toast } from './overlay.js';
import { timeline } from './timeline.js';

/** Closer to the end than this many pixels counts as being there. */
const NEAR = 70;
const PAGES_TO_SEARCH = 30;

export class MessagePane {
  #nodes = new Map();
  #atBottom = true;
  #below = 0;
  #unreadFrom = null;
  #chat = null;
  #thread = null;

  constructor(session, actions) {
    this.session = session;
    this.actions = actions;
    this.items = el('div', { class: 'items' });
    this.scroller = el(
      'div',
      { class: 'scroller', tabindex: '0', testid: 'messages', 'aria-label': t('messages'), role: 'region' },
      this.items,
    );
    this.count = el('span', { class: 'badge' });
    this.toBottom = el(
      'button',
      {
        type: 'button',
        class: 'to-bottom',
        hidden: true,
        testid: 'to-bottom',
        'aria-label': t('toBottom'),
        onclick: () => this.scrollToEnd(true),
      },
      icon('arrowDown'),
      this.count,
    );
    this.node = el('div', { class: 'pane' }, this.scroller, this.toBottom);
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // The field grows, the keyboard opens, the window turns: who was at the end stays there.
    new ResizeObserver(() => (this.#atBottom ? this.scrollToEnd() : undefined)).observe(this.scroller);
    session.on('list', ({ chat, thread }) => {
      if (chat === this.#chat && (thread === undefined || (thread ?? null) === this.#thread)) this.render();
    });
    session.on('rows', ({ chat }) => (chat === this.#chat ? this.render() : undefined));
    session.on('message', ({ chat, message }) => this.#arrived(chat, message));
  }

  /** Shows a chat or a topic, from its first unread message on. */
  async show(chat, thread, unread) {
    this.#chat = chat;
    this.#thread = thread;
    this.#unreadFrom = null;
    this.#atBottom = true;
    this.#below = 0;
    this.#nodes.clear();
    fill(this.items);
    const list = this.session.list(chat, thread);
    if (!list.loaded || unread > 0) await attempt(() => this.session.load(chat, thread));
    if (this.#chat !== chat || this.#thread !== thread) return;
    if (unread > 0) {
      const others = list.messages.filter((message) => message.from?.id !== this.session.person.id);
      this.#unreadFrom = others.at(-unread)?.message_id ?? null;
    }
    this.render();
    const mark = this.items.querySelector('.unread-mark');
    if (mark) mark.scrollIntoView({ block: 'start' });
    else this.scrollToEnd();
    this.#scrolled();
  }

  render() {
    if (this.#chat === null) return;
    const { session } = this;
    const row = session.rows.get(this.#chat);
    const list = session.list(this.#chat, this.#thread);
    const ctx = { session, chat: this.#chat, thread: this.#thread, row, actions: this.actions };
    const shown = timeline(list.messages, {
      self: session.person.id,
      unreadFrom: this.#unreadFrom,
      topics: Boolean(row?.topics.length) && !this.#thread,
    });
    const anchor = this.#atBottom ? null : this.#firstVisible();
    const nodes = shown.map((item) => this.#node(item, ctx));
    this.#forget(shown);
    if (nodes.length === 0 && list.loaded && row) nodes.push(emptyChat(row));
    place(this.items, nodes);
    if (this.#atBottom) this.scrollToEnd();
    else if (anchor?.node.isConnected) this.scroller.scrollTop += anchor.node.getBoundingClientRect().top - anchor.top;
  }

  /** Scrolls to a message and flashes it, loading older pages until it is found. */
  async jump(messageId) {
    const list = this.session.list(this.#chat, this.#thread);
    for (let page = 0; page < PAGES_TO_SEARCH && !list.find(messageId) && list.hasOlder; page += 1) {
      await attempt(() => this.session.loadOlder(this.#chat, this.#thread));
    }
    const node = this.items.querySelector(`[data-message-id="${messageId}"]`);
    if (!node) return void toast(t('messageGone'));
    this.#atBottom = false;
    node.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
    node.classList.remove('flash');
    void node.offsetWidth; // Restarts the animation when the same message is jumped to twice.
    node.classList.add('flash');
  }

  scrollToEnd(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !calm() ? 'smooth' : 'instant' });
  }

  #node(item, ctx) {
    const list = ctx.session.list(ctx.chat, ctx.thread);
    const shown = JSON.stringify([
      item,
      item.messages.map((message) => [
        ctx.session.reactionsOf(ctx.chat, message.message_id),
        waitingButtons(message, ctx.session, ctx.chat),
        list.find(message.reply_to_message?.message_id),
      ]),
      item.topic ? ctx.row?.topics.find((topic) => topic.message_thread_id === item.topic) : null,
    ]);
    const known = this.#nodes.get(item.key);
    if (known?.shown === shown) return known.node;
    const node = draw(item, ctx);
    this.#nodes.set(item.key, { shown, node });
    return node;
  }

  #forget(items) {
    const keys = new Set(items.map((item) => item.key));
    for (const key of this.#nodes.keys()) if (!keys.has(key)) this.#nodes.delete(key);
  }

  #arrived(chat, message) {
    const here = chat === this.#chat && (!this.#thread || message.message_thread_id === this.#thread);
    if (!here) return;
    if (message.from?.id === this.session.person.id) {
      this.#atBottom = true;
      this.#unreadFrom = null;
    } else if (!this.#atBottom) {
      this.#below += 1;
      this.#showBelow();
    }
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.#atBottom = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atBottom) this.#below = 0;
    this.#showBelow();
    if (scrollTop < 400 && this.session.list(this.#chat, this.#thread).hasOlder) {
      attempt(() => this.session.loadOlder(this.#chat, this.#thread));
    }
  }

  #showBelow() {
    this.toBottom.hidden = this.#atBottom;
    this.count.hidden = this.#below === 0;
    this.count.textContent = String(this.#below);
  }

  #firstVisible() {
    const top = this.scroller.getBoundingClientRect().top;
    const node = [...this.items.children].find((child) => child.getBoundingClientRect().bottom > top);
    return node ? { node, top: node.getBoundingClientRect().top } : null;
  }
}

/** Puts the nodes in order, leaving untouched those that stay: a playing voice goes on playing. */
function place(parent, nodes) {
  const kept = new Set(nodes);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
}

function emptyChat(row) {
  return el(
    'div',
    { class: 'empty-chat', testid: 'empty-chat' },
    rowAvatar(row),
    el('strong', {}, titleOf(row)),
    el('span', {}, row.chat.type === 'private' ? t('emptyBotChat') : t('noMessagesYet')),
  );
}

function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
