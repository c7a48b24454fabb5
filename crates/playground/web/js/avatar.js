/** Round coloured avatars with initials, for people, bots, groups and forum topics. */

import { el } from './dom.js';
import { colourOf, initialsOf, nameOf, titleOf } from './format.js';
import { icon } from './icons.js';

/** The avatar of a person, a bot or a chat. */
export function avatar(id, name, { small = false } = {}) {
  const kind = `avatar colour-${colourOf(id)}${small ? ' small' : ''}`;
  return el('span', { class: kind, 'aria-hidden': 'true' }, initialsOf(name));
}

/** The avatar of a user. */
export function userAvatar(user, options) {
  return avatar(user.id, nameOf(user), options);
}

/** The avatar of a chat row; groups have rounded squares when they are forums. */
export function rowAvatar(row, options) {
  const id = row.chat.type === 'private' && row.bot ? row.bot.id : row.chat.id;
  const node = avatar(id, titleOf(row), options);
  if (row.chat.is_forum) node.classList.add('forum');
  return node;
}

/** The icon of a forum topic: its emoji, or a letter in its own colour (`icon_color`, RGB as an integer); a lock when closed. */
export function topicIcon(topic) {
  const colour = `#${Number(topic.icon_color ?? 0x6fb9f0)
    .toString(16)
    .padStart(6, '0')}`;
  if (topic.icon_emoji) {
    const kind = topic.is_closed ? 'topic-icon emoji closed' : 'topic-icon emoji';
    return el('span', { class: kind, 'aria-hidden': 'true', testid: 'topic-icon' }, topic.icon_emoji);
  }
  return el(
    'span',
    { class: 'topic-icon', style: { '--topic': colour }, 'aria-hidden': 'true' },
    topic.is_closed ? icon('lock') : (topic.name.match(/\p{L}/u)?.[0].toUpperCase() ?? '#'),
  );
}
