/**
 * A card for a location or a venue: a drawn, made-up street plan (the page loads no map tiles),
 * the coordinates, and a link to a real map for who is online.
 */

import { el } from './dom.js';
import { t } from './i18n.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 140;

/** The card; `venue` adds its title and address. */
export function placeCard({ latitude, longitude }, venue = null) {
  const coordinates = `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return el(
    'a',
    {
      class: 'place-card',
      href,
      target: '_blank',
      rel: 'noopener noreferrer',
      testid: 'location',
      title: t('openMap'),
    },
    plan(latitude, longitude),
    el(
      'span',
      { class: 'card-text' },
      el('strong', {}, venue?.title ?? t('location')),
      venue?.address ? el('span', {}, venue.address) : null,
      el('small', {}, coordinates),
    ),
  );
}

function plan(latitude, longitude) {
  const svg = shape('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: 'plan',
    'aria-hidden': 'true',
    preserveAspectRatio: 'xMidYMid slice',
  });
  const shift = (value, step) => Math.round((Math.abs(value) * 10_000) % step);
  const [dx, dy] = [shift(longitude, 52), shift(latitude, 44)];
  const streets = [];
  for (let x = -60 - dx; x < WIDTH + 60; x += 52) streets.push(`M${x} -10L${x + 34} ${HEIGHT + 10}`);
  for (let y = -40 + dy; y < HEIGHT + 40; y += 44) streets.push(`M-10 ${y + 16}L${WIDTH + 10} ${y - 10}`);
  svg.append(
    shape('path', { class: 'park', d: `M${60 + dx} 8h70l16 46h-72z` }),
    shape('path', {
      class: 'water',
      d: `M-10 ${100 + dy / 3}C80 ${70 + dy / 3} 160 ${150 - dy / 2} ${WIDTH + 10} 96v60H-10z`,
    }),
    shape('path', { class: 'street', d: streets.join('') }),
    shape('path', {
      class: 'avenue',
      d: `M-10 ${40 + dy}L${WIDTH + 10} ${84 - dy}M${110 + dx} -10L${150 + dx} ${HEIGHT + 10}`,
    }),
    shape('ellipse', { class: 'pin-shadow', cx: WIDTH / 2, cy: HEIGHT / 2 + 15, rx: 8, ry: 3 }),
    shape('path', {
      class: 'pin',
      d: `M${WIDTH / 2} ${HEIGHT / 2 + 15}c-12-15-16-20-16-28a16 16 0 0 1 32 0c0 8-4 13-16 28z`,
    }),
    shape('circle', { class: 'pin-dot', cx: WIDTH / 2, cy: HEIGHT / 2 - 13, r: 6 }),
  );
  return svg;
}

function shape(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
