/** What one can do with a message: react, reply, edit, copy, and look at it as the bot got it. */

import { el } from './dom.js';
import { t } from './i18n.js';
import { dialog, openMenu } from './overlay.js';

const REACTIONS = ['👍', '❤️', '🔥', '🤝', '👀', '👌', '💔', '👏', '😁', '🤔', '👎', '🙏'];

/** Opens the menu of a message at a rectangle. `actions` are the conversation's. */
export function messageMenu(message, anchor, { session, chat, actions }) {
  const own = message.from?.id === session.person.id;
  const text = message.text ?? message.caption;
  const mine = session.reactionsOf(chat, message.message_id).find((one) => one.from === session.person.id)?.emoji;
  openMenu(
    anchor,
    [
      el(
        'div',
        { class: 'reaction-picker', role: 'group', 'aria-label': t('react') },
        REACTIONS.map((emoji) =>
          el(
            'button',
            {
              type: 'button',
              class: bare(emoji) === bare(mine) ? 'mine' : '',
              'aria-pressed': String(bare(emoji) === bare(mine)),
              'data-close': true,
              testid: 'react',
              'data-emoji': emoji,
              // Telegram's own list names the heart without the variation selector.
              onclick: () => actions.react(message, bare(emoji) === bare(mine) ? null : bare(emoji)),
            },
            emoji,
          ),
        ),
      ),
      { label: t('reply'), icon: 'reply', testid: 'menu-reply', run: () => actions.reply(message) },
      own && message.text !== undefined
        ? { label: t('edit'), icon: 'edit', testid: 'menu-edit', run: () => actions.edit(message) }
        : null,
      text === undefined
        ? null
        : { label: t('copyText'), icon: 'copy', testid: 'menu-copy', run: () => actions.copy(text) },
      { label: t('showJson'), icon: 'code', testid: 'menu-json', run: () => showJson(message) },
    ],
    { label: t('messageMenu') },
  );
}

function bare(emoji) {
  return emoji?.replace(/\uFE0F/gu, '');
}

function showJson(message) {
  return dialog({
    title: t('messageNumber', { n: message.message_id }),
    wide: true,
    body: [el('pre', { class: 'json', tabindex: '0' }, JSON.stringify(message, null, 2))],
    buttons: [{ label: t('close'), value: true, kind: 'primary' }],
  });
}
