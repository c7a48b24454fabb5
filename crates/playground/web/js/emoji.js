/** A small panel of emoji: put into the text, or sent as a sticker. */

import { el } from './dom.js';
import { t } from './i18n.js';

const EMOJI = [
  ...(
    '😀 😁 😂 🙂 😉 😊 😍 😘 😎 🤔 🤝 👍 👎 👏 🙏 💪 👋 ✌️ 🔥 ❤️ 💔 ⭐ ✅ ❌ ⚠️ ❓ ❗ 🎉 🎁 🏠 🏢 🚪 🔑 💡 🚿 🛁 🚽 🛗 🔧 🛠 ' +
    '🧹 🗑 🚗 🅿️ 🌳 💧 ⚡ 🔌 📞 📷 📄 📌 📍 📅 ⏰ 💰 💳 🧾 😢 😡'
  ).split(' '),
];
const STICKERS = ['👍', '🎉', '❤️', '😂', '😢', '🙏', '🔥', '🏠', '🐱', '🤖', '👋', '🥳'];

/** The panel, hidden at first. `insert(text)` takes an emoji into the input, `sticker(emoji)` sends one. */
export function emojiPanel({ insert, sticker }) {
  const button = (emoji, label, testid, run) =>
    el('button', { type: 'button', class: 'emoji', 'aria-label': label, testid, onclick: () => run(emoji) }, emoji);
  return el(
    'div',
    { class: 'emoji-panel', hidden: true, testid: 'emoji-panel' },
    el(
      'div',
      { class: 'emoji-grid', role: 'group', 'aria-label': t('emoji') },
      EMOJI.map((one) => button(one, one, 'emoji-insert', insert)),
    ),
    el('h3', {}, t('stickers')),
    el(
      'div',
      { class: 'sticker-grid', role: 'group', 'aria-label': t('stickers') },
      STICKERS.map((one) => button(one, `${t('sticker')} ${one}`, 'sticker-send', sticker)),
    ),
  );
}
