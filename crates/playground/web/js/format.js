/** How names, times, sizes and one-line previews of messages are written. */

import { locale, t } from './i18n.js';
import { serviceText } from './service.js';

/** First and last name of a user, or the title of a chat that sent something. */
export function nameOf(user) {
  if (!user) return '';
  return (
    user.title ?? ([user.first_name, user.last_name].filter(Boolean).join(' ') || user.username || String(user.id))
  );
}

/** The title of a chat row as this person sees it: a private chat bears the other side's name. */
export function titleOf(row) {
  return row.chat.type === 'private' && row.bot ? nameOf(row.bot) : nameOf(row.chat);
}

/** One of seven name colours, the same for one id everywhere. */
export function colourOf(id) {
  return Math.abs(Number(id)) % 7;
}

/** Up to two initials. */
export function initialsOf(name) {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .split(/\s+/u)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (
    letters
      .map((word) => [...word][0])
      .join('')
      .toUpperCase() || '#'
  );
}

/** The hour and minute of a Unix time. */
export function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
}

/** A time in the list of chats: the hour today, the weekday within a week, else the date. */
export function shortTime(seconds) {
  const date = new Date(seconds * 1000);
  const days = daysAgo(date);
  if (days === 0) return clock(seconds);
  if (days < 7) return date.toLocaleDateString(locale(), { weekday: 'short' });
  return date.toLocaleDateString(locale(), { day: '2-digit', month: '2-digit', year: '2-digit' });
}

/** The heading of a day between messages. */
export function dayLabel(seconds) {
  const date = new Date(seconds * 1000);
  const days = daysAgo(date);
  if (days === 0) return t('today');
  if (days === 1) return t('yesterday');
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString(locale(), { day: 'numeric', month: 'long', year });
}

function daysAgo(date) {
  const midnight = (day) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
  return Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
}

/** Seconds as `m:ss`. */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Bytes in the unit that fits. */
export function bytes(count) {
  const units = [t('bytes'), t('kilobytes'), t('megabytes')];
  let value = count;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** A phone number with its plus sign. */
export function phone(number) {
  return number.startsWith('+') ? number : `+${number}`;
}

const KINDS = [
  ['photo', '🖼'],
  ['video', '🎬'],
  ['voice', '🎤'],
  ['video_note', '📹'],
  ['animation', 'GIF'],
  ['audio', '🎵'],
  ['venue', '📍'],
  ['location', '📍'],
  ['contact', '👤'],
  ['poll', '📊'],
  ['document', '📎'],
];

/** One line that stands for a message in lists, quotes and the pinned bar. */
export function preview(message) {
  const service = serviceText(message);
  if (service) return service;
  if (message.text) return message.text.replace(/\s+/gu, ' ');
  if (message.sticker) return `${message.sticker.emoji ?? ''} ${t('sticker')}`.trim();
  if (message.dice) return message.dice.emoji;
  const kind = KINDS.find(([name]) => message[name]);
  if (!kind) return message.caption ?? t('unsupported');
  const label = kind[0] === 'document' ? (message.document.file_name ?? t('document')) : t(kind[0]);
  return `${kind[1]} ${message.caption?.replace(/\s+/gu, ' ') ?? label}`;
}
