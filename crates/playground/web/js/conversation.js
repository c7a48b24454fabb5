/**
 * The right pane: header, pinned message, topics, messages and the input of one open chat. It holds the
 * actions that bubbles offer and what a bot's answers to taps look like.
 */

import { Composer } from './composer.js';
import { el, fill } from './dom.js';
import { preview, nameOf, titleOf } from './format.js';
import { header, pinnedBar } from './header.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { showPhoto } from './lightbox.js';
import { deepLink, openWindow } from './links.js';
import { messageMenu } from './message_menu.js';
import { alertDialog, attempt, toast } from './overlay.js';
import { MessagePane } from './pane.js';
import { topicList } from './topics.js';

export class Conversation {
  chat = null;
  thread = null;

  /** `go({chat, thread})` moves the page; `start(username, payload)` opens a bot by a deep link. */
  constructor(session, { go, start }) {
    this.session = session;
    this.go = go;
    this.start = start;
    this.actions = this.#actions();
    this.pane = new MessagePane(session, this.actions);
    this.composer = new Composer(session, this);
    this.head = el('div', { class: 'conversation-head' });
    this.topics = el('div', { class: 'topics-slot' });
    this.blank = el('div', { class: 'blank' }, el('span', {}, t('pickChat')));
    this.body = el(
      'div',
      { class: 'conversation-body', hidden: true },
      this.head,
      el(
        'div',
        { class: 'conversation-columns' },
        this.topics,
        el('div', { class: 'conversation-main' }, this.pane.node, this.composer.node),
      ),
    );
    this.node = el('main', { class: 'conversation' }, this.blank, this.body);
    this.#acceptFiles();
    session.on('rows', () => this.#drawHead());
    session.on('typing', ({ chat }) => (chat === this.chat ? this.#drawHead() : undefined));
    session.on('list', ({ chat }) => (chat === this.chat ? this.#drawHead() : undefined));
    session.on('answer', (answer) => this.#answered(answer));
    session.on('message', ({ chat, message }) => this.#announce(chat, message));
  }

  row() {
    return this.session.rows.get(this.chat) ?? null;
  }

  /** Opens a chat, or nothing when `chat` is null. */
  show(chat, thread) {
    if (this.chat === chat && this.thread === thread) return;
    const unread = this.session.rows.get(chat)?.unread ?? 0;
    this.chat = chat;
    this.thread = thread;
    this.blank.hidden = chat !== null;
    this.body.hidden = chat === null;
    this.session.look(chat, thread);
    if (chat === null) return;
    this.#drawHead();
    this.composer.show(chat, thread);
    attempt(() => this.pane.show(chat, thread, thread ? 0 : unread));
  }

  #actions() {
    const { session } = this;
    return {
      reply: (message) => this.composer.replyTo(message),
      edit: (message) => this.composer.edit(message),
      react: (message, emoji) => attempt(() => session.react(this.chat, message.message_id, emoji)),
      menu: (message, anchor) => messageMenu(message, anchor, { session, chat: this.chat, actions: this.actions }),
      tap: (message, data) => attempt(() => session.taps.tap(this.chat, message.message_id, data)),
      jump: (id) => this.pane.jump(id),
      openTopic: (thread) => this.go({ chat: this.chat, thread }),
      photo: showPhoto,
      command: (text) => attempt(() => session.send({ chat: this.chat, thread: this.thread ?? undefined, text })),
      mention: (username) => this.#mention(username),
      link: (href) => this.#open(href),
      webApp: (url) => attempt(async () => openWindow(await session.webApp(this.chat, url))),
      copy: (text) =>
        attempt(async () => {
          await navigator.clipboard.writeText(text);
          toast(t('copied'));
        }),
    };
  }

  /** A deep link to a bot that lives here opens its chat; everything else opens a window. */
  #open(href) {
    const target = deepLink(href);
    if (target && this.session.botRow(target.username)) this.start(target.username, target.payload);
    else openWindow(href);
  }

  #mention(username) {
    const row = this.session.botRow(username);
    if (row) this.go({ chat: row.chat.id, thread: null });
    else toast(`@${username}`);
  }

  #answered(answer) {
    if (answer.url) return this.#open(answer.url);
    if (!answer.text) return undefined;
    return answer.show_alert ? alertDialog(answer.text) : toast(answer.text);
  }

  #drawHead() {
    const row = this.row();
    if (!row) return;
    const { session, chat, thread } = this;
    const list = session.list(chat, null).messages.concat(thread ? session.list(chat, thread).messages : []);
    const shown = JSON.stringify([
      row,
      thread,
      session.typing.get(chat)?.action,
      list.findLast((one) => one.pinned_message)?.message_id,
      [...session.unreadTopics],
    ]);
    if (shown === this.headShown) return;
    this.headShown = shown;
    fill(
      this.head,
      header(session, row, thread, { back: () => this.go({ chat: thread ? chat : null, thread: null }), go: this.go }),
      pinnedBar(row, thread, list, (id) => this.pane.jump(id)),
    );
    fill(
      this.topics,
      topicList(session, row, thread, (next) => this.go({ chat, thread: next })),
    );
    this.composer.rowChanged();
  }

  #announce(chat, message) {
    if (chat !== this.chat || message.from?.id === this.session.person.id) return;
    document.getElementById('announcer').textContent =
      `${nameOf(message.from) || titleOf(this.row())}: ${preview(message)}`;
  }

  /** Files dropped on the chat, or pasted into it, go to the upload dialog. */
  #acceptFiles() {
    const veil = el('div', { class: 'drop-veil', hidden: true }, icon('image'), t('dropHere'));
    this.body.append(veil);
    this.body.addEventListener('dragover', (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      veil.hidden = false;
    });
    veil.addEventListener('dragleave', () => {
      veil.hidden = true;
    });
    this.body.addEventListener('drop', (event) => {
      event.preventDefault();
      veil.hidden = true;
      if (event.dataTransfer.files.length) this.composer.offerFiles([...event.dataTransfer.files]);
    });
    this.body.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      this.composer.offerFiles(files);
    });
  }
}
