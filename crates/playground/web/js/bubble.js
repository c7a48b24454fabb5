/**
 * Draws one item of the timeline: a day, a service pill, or a bubble with its quote, media, text,
 * reactions and inline buttons. `ctx` is `{session, chat, thread, row, actions}`; nodes are redrawn, not patched.
 */

import { topicIcon, userAvatar } from './avatar.js';
import { el, iconButton } from './dom.js';
import { renderText } from './entities.js';
import { clock, colourOf, dayLabel, nameOf, preview } from './format.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { inlineKeyboard } from './inline_keyboard.js';
import { album, isBare, media } from './media.js';
import { serviceText } from './service.js';

/** The node of a timeline item. */
export function draw(item, ctx) {
  if (item.kind === 'day') return el('div', { class: 'pill day' }, el('span', {}, dayLabel(item.date)));
  if (item.kind === 'unread')
    return el('div', { class: 'unread-mark', testid: 'unread-mark' }, el('span', {}, t('unreadMark')));
  if (item.kind === 'service') return service(item.messages[0], ctx);
  return bubble(item, ctx);
}

function service(message, ctx) {
  const text = serviceText(message);
  const target = message.pinned_message?.message_id;
  const topic =
    message.is_topic_message && ctx.row?.topics.find((one) => one.message_thread_id === message.message_thread_id);
  const says = topic && !ctx.thread && !text.includes(topic.name) ? `${text} · ${topic.name}` : text;
  const pill = target
    ? el('button', { type: 'button', onclick: () => ctx.actions.jump(target) }, says)
    : el('span', {}, says);
  return el(
    'div',
    { class: 'pill service', testid: 'service-message', data: { messageId: message.message_id } },
    topic ? topicIcon(topic) : null,
    pill,
  );
}

function bubble(item, ctx) {
  const [message] = item.messages;
  const captioned = item.messages.find((one) => one.caption) ?? message;
  const isGroup = ctx.row?.chat.type !== 'private';
  const bare = isBare(item.messages);
  const body = el(
    'div',
    { class: bare ? 'bubble bare' : 'bubble' },
    isGroup && !item.own && item.first ? senderName(message) : null,
    forwarded(message),
    quote(message, ctx),
    item.messages.length > 1 ? album(item.messages, ctx) : media(message, ctx),
    text(message.text !== undefined ? message : captioned, item, ctx, bare),
  );
  const stack = el('div', { class: 'stack' }, topicChip(item, ctx), body, inlineKeyboard(message, ctx));
  const node = el(
    'article',
    {
      class: `message${item.own ? ' own' : ''}${item.first ? ' first' : ''}${item.last ? ' last' : ''}`,
      testid: 'message',
      data: { messageId: message.message_id, own: item.own, sender: item.sender },
      'aria-label': `${nameOf(message.from)}, ${clock(message.date)}`,
    },
    isGroup && !item.own
      ? el(
          'span',
          { class: 'message-avatar' },
          item.last && message.from ? userAvatar(message.from, { small: true }) : null,
        )
      : null,
    stack,
    more(message, ctx),
  );
  listenForMenu(node, message, ctx);
  return node;
}

function senderName(message) {
  const sender = message.sender_chat ?? message.from;
  return el(
    'div',
    { class: `sender name-${colourOf(sender?.id ?? 0)}` },
    nameOf(sender),
    message.from?.is_bot ? el('span', { class: 'tag' }, t('bot')) : null,
  );
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const from = nameOf(origin.sender_user ?? origin.sender_chat ?? origin.chat) || origin.sender_user_name;
  return el('div', { class: 'forwarded' }, t('forwardedFrom', { who: from ?? '?' }));
}

/** In a forum every message replies to its topic's first service message; that is no quote. */
function quote(message, ctx) {
  const original = message.reply_to_message;
  if (!original || original.forum_topic_created) return null;
  const sender = original.sender_chat ?? original.from;
  // It was edited since, perhaps: a live card is quoted as it is now.
  const present = ctx.session.list(ctx.chat, ctx.thread).find(original.message_id) ?? original;
  return el(
    'button',
    {
      type: 'button',
      class: `quote name-${colourOf(sender?.id ?? 0)}`,
      testid: 'reply-quote',
      onclick: () => ctx.actions.jump(original.message_id),
    },
    el('strong', {}, nameOf(sender)),
    el('span', {}, message.quote?.text ?? preview(present)),
  );
}

function topicChip(item, ctx) {
  if (!item.topic || !item.topicStart) return null;
  const topic = ctx.row?.topics.find((one) => one.message_thread_id === item.topic);
  if (!topic) return null;
  return el(
    'button',
    { type: 'button', class: 'topic-chip', onclick: () => ctx.actions.openTopic(item.topic) },
    topicIcon(topic),
    el('span', {}, topic.name),
  );
}

function text(message, item, ctx, bare) {
  const content = message.text ?? message.caption;
  const entities = message.text !== undefined ? message.entities : message.caption_entities;
  const reactions = reactionRow(item.messages[0], ctx);
  // The time floats at the end of the last line of text; beside reactions it stands in their row.
  const end = reactions ? el('div', { class: 'reaction-line' }, reactions, meta(item)) : meta(item);
  if (content === undefined) return el('div', { class: bare ? 'foot over' : 'foot' }, end);
  const huge = isFewEmoji(content) && !message.caption && !(entities ?? []).length;
  return el(
    'div',
    { class: huge ? 'text huge' : 'text', dir: 'auto' },
    el('span', { class: 'words', testid: 'message-text' }, renderText(content, entities, ctx.actions)),
    end,
  );
}

function meta(item) {
  const message = item.messages.at(-1);
  // As in Telegram's clients: a bot's message is expected to change, so it is not marked.
  const edited = item.messages.some((one) => one.edit_date && !one.from?.is_bot);
  return el(
    'span',
    { class: 'meta' },
    edited ? el('span', { testid: 'edited' }, t('edited')) : null,
    el('time', { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date)),
    item.own ? icon('check') : null,
  );
}

function reactionRow(message, ctx) {
  const given = ctx.session.reactionsOf(ctx.chat, message.message_id);
  if (!given.length) return null;
  const groups = Map.groupBy ? Map.groupBy(given, (one) => one.emoji) : groupByEmoji(given);
  return el(
    'span',
    { class: 'reactions', testid: 'reactions' },
    [...groups].map(([emoji, all]) => {
      const mine = all.some((one) => one.from === ctx.session.person.id);
      return el(
        'button',
        {
          type: 'button',
          class: mine ? 'reaction mine' : 'reaction',
          'aria-pressed': String(mine),
          testid: 'reaction',
          onclick: () => ctx.actions.react(message, mine ? null : emoji),
        },
        emoji,
        all.length > 1 ? el('small', {}, String(all.length)) : null,
      );
    }),
  );
}

function groupByEmoji(given) {
  const groups = new Map();
  for (const one of given) groups.set(one.emoji, [...(groups.get(one.emoji) ?? []), one]);
  return groups;
}

function more(message, ctx) {
  const open = (event) => ctx.actions.menu(message, event.currentTarget.getBoundingClientRect());
  return el(
    'span',
    { class: 'message-tools' },
    iconButton(icon('reply'), t('reply'), { testid: 'message-reply', onclick: () => ctx.actions.reply(message) }),
    iconButton(icon('more'), t('messageMenu'), { testid: 'message-more', 'aria-haspopup': 'menu', onclick: open }),
  );
}

/** Right click with a mouse, a long press with a finger (iOS sends no contextmenu event). */
function listenForMenu(node, message, ctx) {
  let timer = null;
  const openAt = (x, y) => ctx.actions.menu(message, { left: x, top: y, right: x, bottom: y });
  node.addEventListener('contextmenu', (event) => {
    if (event.target.closest('a') || !getSelection().isCollapsed) return;
    event.preventDefault();
    openAt(event.clientX, event.clientY);
  });
  node.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch') return;
    timer = setTimeout(() => openAt(event.clientX, event.clientY), 480);
  });
  for (const name of ['pointerup', 'pointercancel', 'pointermove'])
    node.addEventListener(name, () => clearTimeout(timer));
}

function isFewEmoji(content) {
  return content.length <= 24 && /^(?:\p{RGI_Emoji}|\s){1,3}$/v.test(content);
}
