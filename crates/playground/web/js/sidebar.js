/** The left pane: who one is, and the list of chats with their last message, time and unread count. */

import { rowAvatar } from './avatar.js';
import { el, fill, iconButton } from './dom.js';
import { nameOf, preview, shortTime, titleOf } from './format.js';
import { newGroup } from './groups.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { switcher } from './people.js';
import { serviceText } from './service.js';
import { actionText } from './typing.js';

/** Builds the pane; `go(chat)` opens a chat, `onAdded(person)` follows a person's creation. */
export function sidebar(session, { go, onAdded }) {
  const list = el('ul', { class: 'chats', testid: 'chat-list', 'aria-label': t('chats') });
  const search = el('input', {
    class: 'search',
    type: 'search',
    placeholder: t('search'),
    'aria-label': t('search'),
    testid: 'chat-search',
    oninput: draw,
  });
  const offline = el('p', { class: 'offline', hidden: true, role: 'status' }, t('connecting'));
  const nodes = new Map();

  function draw() {
    const wanted = search.value.trim().toLowerCase();
    const rows = session.sortedRows().filter((row) => titleOf(row).toLowerCase().includes(wanted));
    const items = rows.map((row) => {
      const shown = JSON.stringify([
        row.chat,
        row.bot,
        row.last,
        row.unread,
        row.blocked,
        session.open.chat === row.chat.id,
        session.typing.get(row.chat.id)?.action,
        session.draft(row.chat.id, null),
      ]);
      const known = nodes.get(row.chat.id);
      if (known?.shown === shown) return known.node;
      const node = item(session, row, go);
      nodes.set(row.chat.id, { shown, node });
      return node;
    });
    replaceInPlace(list, items.length ? items : [el('li', { class: 'empty-note' }, t('noChats'))]);
    const unread = rows.reduce((sum, row) => sum + row.unread, 0);
    document.title = `${unread ? `(${unread}) ` : ''}${nameOf(session.person)} — Playground`;
  }

  session.on('rows', draw);
  session.on('typing', draw);
  session.on('draft', draw);
  session.on('connection', ({ online }) => {
    offline.hidden = online;
  });
  list.addEventListener('keydown', walk);
  draw();
  return el(
    'aside',
    { class: 'sidebar' },
    el(
      'header',
      { class: 'sidebar-head' },
      switcher(session, { onAdded }),
      iconButton(icon('plus'), t('newGroup'), { testid: 'new-group', onclick: () => newGroup(session, go) }),
    ),
    search,
    offline,
    list,
  );
}

/** Up and down arrows walk the list, as in any messenger. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  event.preventDefault();
  buttons[buttons.indexOf(document.activeElement) + step]?.focus();
}

/** Keeps nodes that stay (and their focus), moving only what moved. */
function replaceInPlace(list, items) {
  items.forEach((node, at) => {
    if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
  });
  while (list.children.length > items.length) list.lastChild.remove();
}

function item(session, row, go) {
  const current = session.open.chat === row.chat.id;
  return el(
    'li',
    {},
    el(
      'button',
      {
        type: 'button',
        class: current ? 'chat-row current' : 'chat-row',
        testid: 'chat-row',
        data: { chatId: row.chat.id },
        'aria-current': current ? 'true' : null,
        onclick: () => go(row.chat.id),
      },
      rowAvatar(row),
      el(
        'span',
        { class: 'chat-row-body' },
        el(
          'span',
          { class: 'chat-row-top' },
          el('strong', { class: 'chat-title' }, titleOf(row)),
          row.chat.type === 'private' ? el('span', { class: 'tag' }, t('bot')) : null,
          el('time', {}, row.last ? shortTime(row.last.date) : ''),
        ),
        el(
          'span',
          { class: 'chat-row-bottom' },
          el('span', { class: 'chat-preview' }, summary(session, row, current)),
          row.unread
            ? el(
                'span',
                { class: 'badge', testid: 'unread', 'aria-label': t('unreadCount', { n: row.unread }) },
                String(row.unread),
              )
            : null,
        ),
      ),
    ),
  );
}

function summary(session, row, current) {
  const typing = session.typing.get(row.chat.id);
  if (typing) return el('span', { class: 'accent' }, actionText(typing.action));
  const draft = session.draft(row.chat.id, null);
  if (draft && !current) return [el('span', { class: 'draft' }, `${t('draft')}: `), draft];
  if (row.blocked) return t('blocked');
  if (!row.last) return t('noMessagesYet');
  const text = preview(row.last);
  if (serviceText(row.last)) return text;
  if (row.last.from?.id === session.person.id) return [el('span', { class: 'accent' }, `${t('you')}: `), text];
  if (row.chat.type === 'private' || !row.last.from) return text;
  return [el('span', { class: 'accent' }, `${row.last.from.first_name}: `), text];
}
