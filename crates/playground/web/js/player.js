/** Plays a voice message or a track: one button, bars to seek by, one recording at a time. */

import { fileUrl } from './api.js';
import { el, fill } from './dom.js';
import { duration } from './format.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const BARS = 34;
let playing = null;

/** The player of anything with `file_id`, `file_unique_id` and `duration` (seconds). */
export function player(recording) {
  const sound = el('audio', {
    src: fileUrl(recording.file_id),
    preload: recording.duration ? 'none' : 'metadata',
    testid: 'audio',
  });
  const length = () => (Number.isFinite(sound.duration) ? sound.duration : recording.duration);
  const button = el(
    'button',
    { type: 'button', class: 'play', 'aria-label': t('play'), testid: 'voice-play' },
    icon('play'),
  );
  const bars = heights(recording.file_unique_id ?? recording.file_id).map((height) =>
    el('i', { style: { height: `${height}%` } }),
  );
  const seek = el('input', {
    type: 'range',
    min: 0,
    max: 100,
    value: 0,
    step: 'any',
    class: 'seek',
    'aria-label': t('seek'),
  });
  const time = el('small', {}, duration(recording.duration));

  function show() {
    const share = length() ? sound.currentTime / length() : 0;
    bars.forEach((bar, at) => bar.classList.toggle('played', at < share * BARS));
    seek.value = String(share * 100);
    time.textContent = duration(sound.currentTime || length());
    fill(button, icon(sound.paused ? 'play' : 'pause'));
    button.setAttribute('aria-label', t(sound.paused ? 'play' : 'pause'));
  }

  button.addEventListener('click', () => {
    if (!sound.paused) return sound.pause();
    if (playing && playing !== sound) playing.pause();
    playing = sound;
    return sound.play().catch(() => {
      time.textContent = t('cannotPlay');
    });
  });
  seek.addEventListener('input', () => {
    if (length()) sound.currentTime = (Number(seek.value) / 100) * length();
  });
  for (const name of ['loadedmetadata', 'play', 'pause', 'timeupdate', 'seeked']) sound.addEventListener(name, show);
  sound.addEventListener('ended', () => {
    sound.currentTime = 0;
  });
  return el(
    'div',
    { class: 'voice', testid: 'voice' },
    button,
    el('span', { class: 'voice-body' }, el('span', { class: 'bars' }, bars, seek), time),
    sound,
  );
}

/** Heights that look like speech and are the same for the same recording; the real form is not known. */
function heights(seed) {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7);
  return Array.from({ length: BARS }, (_, at) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return 18 + Math.round((state / 2 ** 32) * 62 * (0.55 + 0.45 * Math.sin(at / 2.7)));
  });
}
