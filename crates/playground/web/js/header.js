/** The head of an open chat: whose it is, what the other side is doing, its menu, and the pinned message. */

import { post } from './api.js';
import { rowAvatar, topicIcon } from './avatar.js';
import { el, iconButton } from './dom.js';
import { preview, titleOf } from './format.js';
import { manageBots } from './groups.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { attempt, confirm, openMenu, toast } from './overlay.js';
import { actionText } from './typing.js';

/** The header of a chat or, with `thread`, of one of its topics. */
export function header(session, row, thread, { back, go }) {
  const topic = thread ? row.topics.find((one) => one.message_thread_id === thread) : null;
  const typing = session.typing.get(row.chat.id);
  const title = topic?.name ?? titleOf(row);
  const menu = iconButton(icon('more'), t('chatMenu'), {
    testid: 'chat-menu',
    'aria-haspopup': 'menu',
    onclick: () => openMenu(menu.getBoundingClientRect(), entries(session, row, go), { label: t('chatMenu') }),
  });
  return el(
    'header',
    { class: 'chat-head' },
    iconButton(icon('back'), t('back'), { class: 'back', testid: 'back', onclick: back }),
    topic ? topicIcon(topic) : rowAvatar(row),
    el(
      'div',
      { class: 'chat-head-text' },
      el('h1', { testid: 'chat-title' }, title),
      el(
        'p',
        { class: typing ? 'accent' : 'muted', testid: 'chat-status' },
        typing ? actionText(typing.action) : status(row, topic),
      ),
    ),
    menu,
  );
}

function status(row, topic) {
  if (topic) return topic.is_closed ? `${titleOf(row)} · ${t('topicIsClosed')}` : titleOf(row);
  if (row.chat.type === 'private') return row.bot?.username ? `${t('bot')} · @${row.bot.username}` : t('bot');
  const count = row.members?.length ? ` · ${t('memberCount', { n: row.members.length })}` : '';
  return (row.chat.is_forum ? t('forumWith', { n: row.topics.length }) : t('group')) + count;
}

function entries(session, row, go) {
  const chat = row.chat.id;
  const person = session.person.id;
  if (row.chat.type === 'private' && row.bot) {
    const blocked = !row.blocked;
    return [
      {
        label: row.blocked ? t('unblock') : t('block'),
        icon: 'block',
        danger: !row.blocked,
        testid: 'block-bot',
        run: () =>
          attempt(async () => {
            if (
              blocked &&
              !(await confirm(t('block'), t('blockQuestion', { name: titleOf(row) }), t('block'), { danger: true }))
            )
              return;
            await setBlocked(session, row, blocked);
          }),
      },
      {
        label: t('copyStartLink'),
        icon: 'link',
        run: () =>
          attempt(async () => {
            await navigator.clipboard.writeText(`https://t.me/${row.bot.username}`);
            toast(t('copied'));
          }),
      },
    ];
  }
  return [
    {
      label: row.chat.is_forum ? t('topicsOff') : t('topicsOn'),
      icon: 'topics',
      testid: 'toggle-forum',
      run: () =>
        attempt(async () => {
          await post('forum', { person, chat, is_forum: !row.chat.is_forum });
          go({ chat, thread: null });
        }),
    },
    {
      label: t('manageBots'),
      icon: 'people',
      testid: 'manage-bots',
      run: () => manageBots(session, row),
    },
  ];
}

/** Blocks or unblocks a private chat's bot. */
export async function setBlocked(session, row, blocked) {
  await post('block', { person: session.person.id, bot: row.bot.id, blocked });
  await session.refresh();
}

/**
 * The bar with the pinned message, or null. The chat row tells it when the server says so; otherwise the
 * last service message about a pin does. An open topic shows only its own pin.
 */
export function pinnedBar(row, thread, messages, jump) {
  const told = row.pinned !== undefined ? row.pinned : row.chat.pinned_message;
  const pinned = told !== undefined ? told : messages.findLast((message) => message.pinned_message)?.pinned_message;
  if (!pinned || (thread && pinned.message_thread_id !== thread)) return null;
  const present = messages.findLast((message) => message.message_id === pinned.message_id) ?? pinned;
  return el(
    'button',
    { type: 'button', class: 'pinned', testid: 'pinned', onclick: () => jump(pinned.message_id) },
    icon('pin'),
    el('span', {}, el('strong', {}, t('pinned')), el('span', {}, preview(present))),
  );
}
