/**
 * The lower end of a chat: the input with its reply or edit bar, commands, emoji, attachments, voice, and
 * the bot's keyboard. When there is nothing to write yet it is one big button instead: START or unblock.
 */

import { attachMenu, offerFiles } from './attach.js';
import { CommandList, menuButton } from './commands.js';
import { el, fill, iconButton } from './dom.js';
import { emojiPanel } from './emoji.js';
import { nameOf, preview, titleOf } from './format.js';
import { setBlocked } from './header.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { attempt } from './overlay.js';
import { Recorder } from './recorder.js';
import { ReplyKeyboard } from './reply_keyboard.js';

const TALLEST = 180;

export class Composer {
  #reply = null;
  #edited = null;
  #shown = '';
  #forced = '';

  constructor(session, conversation) {
    this.session = session;
    this.conversation = conversation;
    this.commands = new CommandList(
      session,
      (text) => this.#sendText(text),
      (text) => this.#replace(text),
    );
    this.keyboard = new ReplyKeyboard(session, this);
    this.recorder = new Recorder(this);
    this.input = el('textarea', {
      class: 'message-input',
      rows: '1',
      dir: 'auto',
      testid: 'input',
      'aria-label': t('message'),
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
    });
    this.context = el('div', { class: 'composer-context', hidden: true, testid: 'composer-context' });
    this.menuSlot = el('span', { class: 'composer-slot' });
    this.send = iconButton(icon('send'), t('send'), { class: 'send', testid: 'send', onclick: () => this.submit() });
    this.mic = iconButton(icon('mic'), t('recordVoice'), {
      class: 'mic',
      testid: 'record',
      onclick: () => this.recorder.start(),
    });
    this.toggle = iconButton(icon('keyboard'), t('botKeyboard'), {
      testid: 'toggle-keyboard',
      onclick: () => this.keyboard.toggle(),
    });
    const attach = iconButton(icon('attach'), t('attach'), {
      testid: 'attach',
      'aria-haspopup': 'menu',
      onclick: () => attachMenu(this, attach.getBoundingClientRect()),
    });
    this.emoji = emojiPanel({
      insert: (text) => this.#insert(text),
      sticker: (emoji) => this.sendBody({ sticker: emoji }),
    });
    const smile = iconButton(icon('smile'), t('emoji'), {
      testid: 'emoji',
      'aria-expanded': 'false',
      onclick: () => this.#toggleEmoji(smile),
    });
    this.row = el(
      'div',
      { class: 'composer-row' },
      this.menuSlot,
      attach,
      el('div', { class: 'input-shell' }, this.input, this.toggle, smile),
      this.mic,
      this.send,
    );
    this.big = el('div', { class: 'composer-big', hidden: true });
    this.writing = el(
      'div',
      { class: 'composer-writing' },
      this.commands.node,
      this.context,
      this.row,
      this.recorder.node,
      this.emoji,
      this.keyboard.node,
    );
    this.node = el('footer', { class: 'composer' }, this.big, this.writing);
    session.on('keyboard', ({ chat }) => (chat === this.place().chat ? this.rowChanged() : undefined));
    session.on('list', ({ chat }) => (chat === this.place().chat ? this.#forceReply() : undefined));
  }

  /** Where things are sent: `{chat, thread}`. A reply in «All» goes to the topic it answers. */
  place() {
    const { chat, thread } = this.conversation;
    return { chat, thread: thread ?? (this.#reply?.is_topic_message ? this.#reply.message_thread_id : undefined) };
  }

  /** The id of the message that is being answered, if any. */
  replyId() {
    return this.#reply?.message_id;
  }

  show(chat, thread) {
    this.recorder.cancel();
    this.emoji.hidden = true;
    this.#reply = null;
    this.#edited = null;
    this.#shown = '';
    this.#forced = '';
    this.#write(this.session.draft(chat, thread));
    this.commands.load(chat);
    this.#drawContext();
    this.rowChanged();
    if (matchMedia('(hover: hover)').matches) this.input.focus({ preventScroll: true });
  }

  /** Draws what depends on the chat row: START, blocked, menu button, keyboard, placeholder. */
  rowChanged() {
    const row = this.conversation.row();
    if (!row) return;
    const payload = this.session.payloads.get(row.chat.id);
    const shown = JSON.stringify([row.blocked, !row.last, payload, row.keyboard, row.menu_button, row.chat.id]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const isBot = row.chat.type === 'private' && row.bot;
    const starts = isBot && !row.blocked && (payload !== undefined || !row.last);
    this.big.hidden = !(starts || row.blocked);
    this.writing.hidden = !this.big.hidden;
    if (row.blocked)
      fill(
        this.big,
        this.#bigButton(t('unblock'), 'unblock', () => setBlocked(this.session, row, false)),
      );
    else if (starts)
      fill(
        this.big,
        this.#bigButton(t('start'), 'start', () => this.#start(row.chat.id, payload)),
      );
    fill(this.menuSlot, menuButton(row, this.commands, this.conversation.actions));
    this.keyboard.show(row);
    this.#fit(); // What was hidden had no height to measure.
    this.toggle.hidden = !this.keyboard.exists();
    this.input.placeholder = row.keyboard?.input_field_placeholder ?? t('message');
    this.#forceReply();
  }

  replyTo(message) {
    this.#edited = null;
    this.#reply = message;
    this.#drawContext();
    this.input.focus();
  }

  edit(message) {
    this.#reply = null;
    this.#edited = message;
    this.#write(message.text);
    this.#drawContext();
    this.input.focus();
  }

  /** Sends anything but text to this place, as a reply if one is set; true when it was taken. */
  async sendBody(body) {
    const sent = await attempt(() => this.session.send({ ...this.place(), reply_to: this.replyId(), ...body }));
    if (sent) this.cancelContext();
    return Boolean(sent);
  }

  offerFiles(files) {
    return offerFiles(this, files);
  }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const { chat, thread } = this.conversation;
    if (this.#edited) {
      const id = this.#edited.message_id;
      if (text !== this.#edited.text && !(await attempt(async () => (await this.session.edit(chat, id, text)) ?? true)))
        return;
      return void this.cancelContext();
    }
    this.#write('');
    this.session.setDraft(chat, thread, '');
    // A refused text comes back, unless its writer has gone on to something else.
    if (!(await this.#sendText(text)) && !this.input.value && this.conversation.chat === chat) this.#write(text);
  }

  cancelContext() {
    if (this.#edited) this.#write('');
    this.#reply = null;
    this.#edited = null;
    this.#drawContext();
  }

  #sendText(text) {
    return this.sendBody({ text });
  }

  async #start(chat, payload) {
    this.session.payloads.delete(chat);
    await this.session.send({ chat, text: payload ? `/start ${payload}` : '/start' });
    this.rowChanged();
    this.input.focus();
  }

  #bigButton(label, testid, run) {
    return el('button', { type: 'button', class: 'button primary big', testid, onclick: () => attempt(run) }, label);
  }

  /** ForceReply answers the bot's newest message, once per such message. */
  #forceReply() {
    const row = this.conversation.row();
    if (!row?.keyboard?.force_reply) return;
    const { chat, thread } = this.conversation;
    const asked = this.session.list(chat, thread).messages.findLast((message) => message.from?.is_bot);
    if (!asked || this.#forced === `${chat}:${asked.message_id}`) return;
    this.#forced = `${chat}:${asked.message_id}`;
    this.replyTo(asked);
  }

  #key(event) {
    if (this.commands.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape' && (this.#reply || this.#edited)) {
      event.preventDefault();
      this.cancelContext();
    } else if (event.key === 'ArrowUp' && !this.input.value) {
      const { chat, thread } = this.conversation;
      const mine = this.session
        .list(chat, thread)
        .messages.findLast((message) => message.from?.id === this.session.person.id && message.text !== undefined);
      if (!mine) return;
      event.preventDefault();
      this.edit(mine);
    }
  }

  #typed() {
    this.#fit();
    this.commands.filter(this.input.value);
    const { chat, thread } = this.conversation;
    if (!this.#edited) this.session.setDraft(chat, thread, this.input.value);
  }

  #write(text) {
    this.input.value = text;
    this.#fit();
    this.commands.filter(text);
  }

  /** Writes in the person's stead: unlike `#write`, it changes the draft too. */
  #replace(text) {
    this.input.value = text;
    this.#typed();
  }

  #insert(text) {
    this.input.setRangeText(text, this.input.selectionStart, this.input.selectionEnd, 'end');
    this.#typed();
  }

  #fit() {
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST)}px`;
    const empty = !this.input.value.trim();
    this.mic.hidden = !empty || Boolean(this.#edited);
    this.send.hidden = !this.mic.hidden;
  }

  #toggleEmoji(button) {
    this.emoji.hidden = !this.emoji.hidden;
    button.setAttribute('aria-expanded', String(!this.emoji.hidden));
  }

  #drawContext() {
    const message = this.#edited ?? this.#reply;
    this.context.hidden = !message;
    this.#fit();
    if (!message) return;
    const title = this.#edited
      ? t('editing')
      : t('replyTo', { who: nameOf(message.from) || titleOf(this.conversation.row()) });
    fill(
      this.context,
      icon(this.#edited ? 'edit' : 'reply'),
      el('span', { class: 'composer-context-text' }, el('strong', {}, title), el('span', {}, preview(message))),
      iconButton(icon('close'), t('cancel'), { testid: 'cancel-context', onclick: () => this.cancelContext() }),
    );
  }
}
