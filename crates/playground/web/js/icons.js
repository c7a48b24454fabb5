/** The page's line icons, drawn on a 24 by 24 grid in the colour of the surrounding text. */

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  down: 'M6 9l6 6 6-6',
  arrowDown: 'M12 5v14M6 13l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4.5 12L3.6 4.8a.8.8 0 0 1 1.15-.8l15.6 7.3a.8.8 0 0 1 0 1.4L4.75 20a.8.8 0 0 1-1.15-.8zM4.5 12h8',
  attach: 'M19.5 11.5l-7.7 7.7a5 5 0 0 1-7-7l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.1 8.1a1.7 1.7 0 0 1-2.4-2.4l7.3-7.3',
  mic: 'M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  smile: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM8.5 14.5c1.8 2.6 5.2 2.6 7 0M9 9.5v.01M15 9.5v.01',
  keyboard:
    'M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM7 10v.01M11 10v.01M15 10v.01M8 14h8',
  menu: 'M4 7h16M4 12h16M4 17h16',
  reply: 'M10 6l-6 5.5 6 5.5v-3.5c5 0 8 1.5 10 4.5-.5-5.5-4-9-10-9z',
  edit: 'M4 20l1-4.5L16 4.5a2 2 0 0 1 3 0 2 2 0 0 1 0 3L8 18.5z',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  code: 'M8.5 7L4 12l4.5 5M15.5 7l4.5 5-4.5 5',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  place:
    'M12 21c-4-4.5-6.5-7.7-6.5-11a6.5 6.5 0 0 1 13 0c0 3.3-2.5 6.5-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.5-3.5 3-5.3 6.5-5.3s6 1.8 6.5 5.3M16 4.8a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .7 3.2 2.4 3.5 5',
  window: 'M13 5h6v6M19 5l-9 9M16 14v5H5V8h5',
  lock: 'M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8 5.5v13M16 5.5v13',
  check: 'M5 12.5l4.5 4.5L19.5 7',
  block: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM6 6l12 12',
  plus: 'M12 5v14M5 12h14',
  link: 'M8 16L17 7M10 7h7v7',
  app: 'M4 5h16v14H4zM4 9h16',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  topics: 'M5 5h14v9H10l-5 4z',
};

/** An `<svg>` of the named icon; decoration only, so it is hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name] ?? PATHS.more);
  svg.append(path);
  return svg;
}
