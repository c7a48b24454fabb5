/** Draws what a message carries besides text: photos and albums, voice, video, files, places, contacts. */

import { fileUrl } from './api.js';
import { avatar } from './avatar.js';
import { el } from './dom.js';
import { bytes, nameOf, phone } from './format.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { placeCard } from './place.js';
import { player } from './player.js';

/** Photos are shown at most this wide, in CSS pixels; the largest size is for the enlarged view. */
const SHOWN_WIDTH = 640;

/** True when media stands alone, so that the bubble has no padding and the time lies over it. */
export function isBare(messages) {
  return messages.every(
    (message) =>
      (message.photo || message.video || message.sticker || message.video_note || message.animation || message.dice) &&
      !message.caption,
  );
}

/** The media of a message, or null. */
export function media(message, ctx) {
  if (message.photo) return photo(message, ctx);
  if (message.video) return video(message.video);
  if (message.animation) return animation(message.animation);
  if (message.video_note) return videoNote(message.video_note);
  if (message.voice) return player(message.voice);
  if (message.audio) return audio(message.audio);
  if (message.sticker)
    return el('div', { class: 'sticker', role: 'img', 'aria-label': t('sticker') }, message.sticker.emoji ?? '🙂');
  if (message.dice) return el('div', { class: 'sticker', title: String(message.dice.value) }, message.dice.emoji);
  if (message.venue) return placeCard(message.venue.location, message.venue);
  if (message.location) return placeCard(message.location);
  if (message.contact) return contact(message.contact, ctx);
  if (message.poll) return poll(message.poll);
  if (message.document) return file(message.document);
  if (message.text === undefined && message.caption === undefined)
    return el('em', { class: 'muted' }, t('unsupported'));
  return null;
}

/** Two to ten photos, videos or files sent as one. */
export function album(messages, ctx) {
  if (messages.some((message) => !message.photo && !message.video)) {
    return el(
      'div',
      { class: 'file-album' },
      messages.map((message) => tile(message, media(message, ctx))),
    );
  }
  return el(
    'div',
    { class: `album album-${Math.min(messages.length, 10)}`, testid: 'album' },
    messages.map((message) => tile(message, media(message, ctx))),
  );
}

function tile(message, content) {
  return el('div', { class: 'album-item', testid: 'album-item', data: { messageId: message.message_id } }, content);
}

function photo(message, ctx) {
  const sizes = [...message.photo].sort((a, b) => a.width - b.width);
  const shown = sizes.find((size) => size.width >= SHOWN_WIDTH) ?? sizes.at(-1);
  const largest = sizes.at(-1);
  const blur = message.has_media_spoiler ? ' veiled' : '';
  return el(
    'button',
    {
      type: 'button',
      class: `photo${blur}`,
      testid: 'photo',
      'aria-label': t('enlarge'),
      style: { '--ratio': String(largest.width / largest.height || 1), '--natural': `${largest.width}px` },
      onclick: (event) => {
        if (event.currentTarget.classList.contains('veiled')) event.currentTarget.classList.remove('veiled');
        else ctx.actions.photo(fileUrl(largest.file_id), message.caption ?? '');
      },
    },
    el('img', { src: fileUrl(shown.file_id), alt: message.caption ?? t('photo'), loading: 'lazy', decoding: 'async' }),
  );
}

function frame(size, extra) {
  return el('video', {
    src: fileUrl(size.file_id),
    preload: 'metadata',
    playsinline: true,
    poster: size.thumbnail ? fileUrl(size.thumbnail.file_id) : null,
    ...extra,
  });
}

function video(size) {
  const ratio = { '--ratio': String(size.width / size.height || 16 / 9) };
  return el('div', { class: 'video', style: ratio, testid: 'video' }, frame(size, { controls: true }));
}

function animation(size) {
  const ratio = { '--ratio': String(size.width / size.height || 4 / 3) };
  const moving =
    size.mime_type === 'image/gif'
      ? el('img', { src: fileUrl(size.file_id), alt: 'GIF' })
      : frame(size, { autoplay: true, loop: true, muted: true });
  return el('div', { class: 'video', style: ratio, testid: 'animation' }, moving);
}

function videoNote(note) {
  return el('div', { class: 'video-note', testid: 'video-note' }, frame(note, { controls: true }));
}

function audio(track) {
  const title = [track.performer, track.title].filter(Boolean).join(' — ') || track.file_name || t('audio');
  return el('div', { class: 'audio-card' }, el('strong', {}, title), player(track));
}

function file(document) {
  const name = document.file_name ?? t('document');
  const extension = name.includes('.') ? name.split('.').at(-1).slice(0, 4) : '';
  return el(
    'a',
    { class: 'file-card', href: fileUrl(document.file_id), download: name, testid: 'document' },
    el('span', { class: 'file-icon' }, extension || icon('file')),
    el(
      'span',
      { class: 'card-text' },
      el('strong', {}, name),
      el(
        'small',
        {},
        [document.file_size === undefined ? null : bytes(document.file_size), t('download')]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  );
}

function contact(card, ctx) {
  const name = nameOf(card);
  return el(
    'div',
    { class: 'contact-card', testid: 'contact' },
    avatar(card.user_id ?? card.phone_number.replace(/\D/gu, '') % 1000, name),
    el(
      'span',
      { class: 'card-text' },
      el('strong', {}, name),
      el(
        'button',
        {
          type: 'button',
          class: 'text-action',
          title: t('copy'),
          onclick: () => ctx.actions.copy(phone(card.phone_number)),
        },
        phone(card.phone_number),
      ),
    ),
  );
}

function poll(question) {
  const share = (option) =>
    question.total_voter_count ? Math.round((100 * option.voter_count) / question.total_voter_count) : 0;
  return el(
    'div',
    { class: 'poll', testid: 'poll' },
    el('strong', {}, question.question),
    question.options.map((option) =>
      el(
        'div',
        { class: 'poll-option' },
        el('span', {}, `${share(option)}%`),
        el('span', {}, option.text, el('i', { style: { width: `${Math.max(2, share(option))}%` } })),
      ),
    ),
    el('small', { class: 'muted' }, t('votes', { n: question.total_voter_count })),
  );
}
