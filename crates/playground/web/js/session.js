/**
 * What one person's messenger knows: chats, loaded messages, keyboards, drafts, who is typing.
 * It applies the server's events and tells the page what changed; it never touches the DOM.
 *
 * Events it emits: `rows`, `list {chat, thread|null}`, `message {chat, message}`, `keyboard {chat}`,
 * `draft`, `typing {chat}`, `answer {chat, message_id, text, show_alert, url}`, `connection {online}`, `error {error}`.
 */

import { get, post, upload } from './api.js';
import { readDraft, writeDraft } from './drafts.js';
import { MessageList } from './message_list.js';
import { connect } from './socket.js';
import { Taps } from './taps.js';

/** `sendChatAction` lasts at most five seconds (Bot API). */
const ACTION_LASTS = 5000;
/** Messages often come in bursts: one request says that all of them were seen. */
const READ_DELAY = 400;

export class Session extends EventTarget {
  rows = new Map();
  reactions = new Map();
  typing = new Map();
  /** Deep-link payloads waiting for their START button, by chat. */
  payloads = new Map();
  /** The place that the person is looking at: `{chat, thread}`. */
  open = { chat: null, thread: null };
  /** Unread messages per topic of a forum, counted here: the protocol counts only per chat. */
  unreadTopics = new Map();
  taps = new Taps(this);
  online = true;
  #lists = new Map();
  #disconnect = null;
  #reading = null;

  constructor(person, people) {
    super();
    this.person = person;
    this.people = people;
  }

  on(name, handler, options) {
    this.addEventListener(name, (event) => handler(event.detail ?? {}), options);
  }

  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Loads the chats and stays connected until `stop`. */
  async start() {
    await this.refresh();
    this.#disconnect = connect(this.person.id, {
      open: () => {
        this.#setOnline(true);
        this.refresh().catch((error) => this.emit('error', { error }));
      },
      lost: () => this.#setOnline(false),
      event: (event) => this.#apply(event),
    });
  }

  stop() {
    this.#disconnect?.();
  }

  /** Stops and gives a fresh session of the same person, for drawing the page anew. */
  renewed() {
    this.stop();
    return new Session(this.person, this.people);
  }

  /** Loads the chats anew, and the open list; other lists are loaded when they are opened again. */
  async refresh() {
    const rows = await get('chats', { person: this.person.id });
    this.rows = new Map(rows.map((row) => [row.chat.id, this.#seen(row)]));
    this.emit('rows');
    for (const list of this.#lists.values()) list.loaded = false;
    if (this.rows.has(this.open.chat)) await this.load(this.open.chat, this.open.thread);
  }

  /** The chats, newest message first. */
  sortedRows() {
    return [...this.rows.values()].sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0));
  }

  /** The bots of the playground: every one has a private chat row, even an empty one. */
  bots() {
    return [...this.rows.values()].filter((row) => row.chat.type === 'private' && row.bot).map((row) => row.bot);
  }

  /** The private chat with a bot of this username, or null. */
  botRow(username) {
    const wanted = username.toLowerCase();
    return (
      [...this.rows.values()].find(
        (row) => row.chat.type === 'private' && row.bot?.username?.toLowerCase() === wanted,
      ) ?? null
    );
  }

  list(chat, thread) {
    const key = `${chat}:${thread ?? ''}`;
    if (!this.#lists.has(key)) this.#lists.set(key, new MessageList());
    return this.#lists.get(key);
  }

  async load(chat, thread) {
    const messages = await get('messages', { person: this.person.id, chat, thread });
    this.#keepReactions(chat, messages);
    this.list(chat, thread).reset(messages);
    this.emit('list', { chat, thread: thread ?? null });
  }

  async loadOlder(chat, thread) {
    const list = this.list(chat, thread);
    const before = list.messages[0]?.message_id;
    if (!list.hasOlder || before === undefined) return;
    list.hasOlder = false;
    const messages = await get('messages', { person: this.person.id, chat, thread, before });
    this.#keepReactions(chat, messages);
    list.prepend(messages);
    this.emit('list', { chat, thread: thread ?? null });
  }

  /** Marks the place that is open now as read. */
  look(chat, thread) {
    this.open = { chat, thread };
    const row = this.rows.get(chat);
    if (row?.unread) {
      row.unread = 0;
      this.#markRead(chat);
    }
    for (const key of [...this.unreadTopics.keys()]) {
      if (key === `${chat}:${thread ?? ''}` || (!thread && key.startsWith(`${chat}:`))) this.unreadTopics.delete(key);
    }
    this.emit('rows');
  }

  /** Sends what `POST /client/send` takes, except the person. */
  async send(body) {
    const message = await post('send', { person: this.person.id, ...body });
    this.#add(body.chat, message);
    return message;
  }

  async upload(fields, files) {
    const messages = await upload({ person: this.person.id, ...fields }, files);
    for (const message of messages) this.#add(fields.chat, message);
  }

  async edit(chat, messageId, text) {
    await post('edit', { person: this.person.id, chat, message_id: messageId, text });
  }

  async react(chat, messageId, emoji) {
    await post('react', { person: this.person.id, chat, message_id: messageId, emoji });
  }

  /** The address of a bot's mini-app, with what Telegram tells it of this person. */
  async webApp(chat, url) {
    return (await post('web_app', { person: this.person.id, chat, url })).url;
  }

  /** The reactions on a message: `[{emoji, from}]`. */
  reactionsOf(chat, messageId) {
    return this.reactions.get(`${chat}:${messageId}`) ?? [];
  }

  draft(chat, thread) {
    return readDraft(this.person.id, chat, thread);
  }

  /** Remembers an unsent text; the list of chats shows it. */
  setDraft(chat, thread, text) {
    writeDraft(this.person.id, chat, thread, text);
    this.emit('draft');
  }

  #apply(event) {
    const chat = event.chat ?? event.row?.chat.id;
    switch (event.type) {
      case 'message':
        return this.#add(chat, event.message);
      case 'edit':
        return this.#change(chat, (list) => list.replace(event.message), event.message);
      case 'delete':
        return this.#delete(chat, event.message_ids);
      case 'reaction':
        this.reactions.set(`${chat}:${event.message_id}`, event.reactions);
        return this.#change(chat, () => {});
      case 'keyboard':
        return this.#keyboard(chat, event.keyboard);
      case 'callback_answer':
        return this.taps.answered({ ...event, chat });
      case 'action':
        return this.#action(chat, event);
      case 'chat':
        this.rows.set(chat, this.#seen(event.row));
        return this.emit('rows', { chat });
      default:
        return undefined; // A newer server may say more than this page understands.
    }
  }

  #add(chat, message) {
    const own = message.from?.id === this.person.id;
    const threads = message.is_topic_message ? [null, message.message_thread_id] : [null];
    let isNew = true;
    for (const thread of threads) {
      const list = this.list(chat, thread);
      if (list.loaded) isNew = list.put(message) && isNew;
    }
    const row = this.rows.get(chat);
    if (!row) return void this.refresh().catch((error) => this.emit('error', { error }));
    if (row.last && row.last.message_id >= message.message_id) isNew = false;
    if (!row.last || row.last.message_id <= message.message_id) row.last = message;
    const key = `${chat}:${message.message_thread_id ?? ''}`;
    const thread = message.is_topic_message ? message.message_thread_id : null;
    const seen = this.#watches(chat, thread);
    if (isNew && !own && !seen) row.unread += 1;
    if (isNew && !own && seen) this.#markRead(chat);
    if (isNew && !own && thread && !seen) {
      this.unreadTopics.set(key, (this.unreadTopics.get(key) ?? 0) + 1);
    }
    if (!own) this.#stopAction(chat);
    if (isNew) this.emit('message', { chat, message });
    for (const thread of threads) this.emit('list', { chat, thread });
    this.emit('rows');
  }

  #change(chat, change, message) {
    for (const [key, list] of this.#lists) {
      if (key.startsWith(`${chat}:`) && list.loaded) change(list);
    }
    const row = this.rows.get(chat);
    if (message && row?.last?.message_id === message.message_id) row.last = message;
    this.emit('list', { chat });
    this.emit('rows');
  }

  #delete(chat, ids) {
    this.#change(chat, (list) => list.remove(ids));
    if (ids.includes(this.rows.get(chat)?.last?.message_id)) {
      this.refresh().catch((error) => this.emit('error', { error }));
    }
  }

  #keyboard(chat, keyboard) {
    const row = this.rows.get(chat);
    if (!row) return;
    row.keyboard = keyboard;
    this.emit('keyboard', { chat });
  }

  #action(chat, event) {
    this.#stopAction(chat);
    const timer = setTimeout(() => this.#stopAction(chat), ACTION_LASTS);
    this.typing.set(chat, { action: event.action, thread: event.thread ?? null, timer });
    this.emit('typing', { chat });
  }

  #stopAction(chat) {
    const present = this.typing.get(chat);
    if (!present) return;
    clearTimeout(present.timer);
    this.typing.delete(chat);
    this.emit('typing', { chat });
  }

  #keepReactions(chat, messages) {
    for (const message of messages) {
      if (message.reactions) this.reactions.set(`${chat}:${message.message_id}`, message.reactions);
    }
  }

  /** Asking for messages is what marks a chat as read on the server, even for those before the first one. */
  #markRead(chat) {
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => {
      get('messages', { person: this.person.id, chat, before: 1 }).catch((error) => this.emit('error', { error }));
    }, READ_DELAY);
  }

  #watches(chat, thread = this.open.thread) {
    return this.open.chat === chat && !document.hidden && (!this.open.thread || this.open.thread === thread);
  }

  #seen(row) {
    return { ...row, unread: this.#watches(row.chat.id) ? 0 : (row.unread ?? 0), topics: row.topics ?? [] };
  }

  #setOnline(online) {
    this.online = online;
    this.emit('connection', { online });
  }
}
