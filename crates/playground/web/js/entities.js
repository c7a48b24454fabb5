/**
 * Renders a Bot API text with its `MessageEntity` list as DOM nodes. Offsets and lengths count UTF-16
 * code units, which is what JavaScript strings are made of, so they are used as they come.
 */

import { el } from './dom.js';
import { t } from './i18n.js';
import { safeUrl } from './links.js';

/**
 * A fragment of the text. Entities may nest; one that crosses another's end is split there.
 * `on` has `link(url)`, `command(text)`, `mention(username)` and `copy(text)`.
 */
export function renderText(text, entities, on) {
  const fragment = document.createDocumentFragment();
  const valid = (entities ?? []).filter((entity) => entity.length > 0 && entity.offset >= 0);
  append(fragment, text, 0, text.length, valid.sort(outerFirst), on);
  return fragment;
}

function outerFirst(a, b) {
  const block = (entity) => (/blockquote|^pre$/.test(entity.type) ? 0 : 1);
  return a.offset - b.offset || b.length - a.length || block(a) - block(b);
}

function append(parent, text, from, to, entities, on) {
  let at = from;
  let queue = entities;
  while (queue.length > 0) {
    const [entity, ...others] = queue;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    queue = others;
    if (start >= end) continue;
    if (start > at) parent.append(text.slice(at, start));
    const inside = others.filter((other) => other.offset < end);
    const beyond = inside
      .filter((other) => other.offset + other.length > end)
      .map((other) => ({ ...other, offset: end, length: other.offset + other.length - end }));
    const [outer, inner] = element(entity, text.slice(start, end), on);
    append(inner, text, start, end, inside, on);
    parent.append(outer);
    at = end;
    queue = [...others.filter((other) => other.offset >= end), ...beyond].sort(outerFirst);
    // A block already breaks the line; the line feed that follows it would break it twice.
    if (outer.classList.contains('block') && text[at] === '\n') at += 1;
  }
  if (at < to) parent.append(text.slice(at, to));
}

/** The element of an entity and, inside it, the node that takes the text. */
function element(entity, text, on) {
  const both = (node) => [node, node];
  switch (entity.type) {
    case 'bold':
      return both(el('strong'));
    case 'italic':
      return both(el('em'));
    case 'underline':
      return both(el('u'));
    case 'strikethrough':
      return both(el('s'));
    case 'code':
      return both(el('code', { class: 'inline-code', title: t('copy'), onclick: () => on.copy(text) }));
    case 'pre':
      return pre(entity, text, on);
    case 'spoiler':
      return both(spoiler());
    case 'blockquote':
      return both(el('blockquote', { class: 'block' }));
    case 'expandable_blockquote':
      return expandable();
    case 'text_link':
      return both(link(entity.url, on));
    case 'url':
      return both(link(text, on));
    case 'email':
      return both(link(`mailto:${text}`, on));
    case 'phone_number':
      return both(link(`tel:${text.replace(/[^\d+]/gu, '')}`, on));
    case 'mention':
      return both(action(() => on.mention(text.slice(1))));
    case 'bot_command':
      return both(action(() => on.command(text)));
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return both(el('span', { class: 'mark' }));
    default:
      return both(el('span'));
  }
}

function link(url, on) {
  const href = safeUrl(url);
  if (!href) return el('span');
  const open = (event) => {
    event.preventDefault();
    on.link(href);
  };
  return el('a', { href, rel: 'noopener noreferrer', target: '_blank', title: href, onclick: open });
}

function action(run) {
  return el('button', { type: 'button', class: 'text-action', onclick: run });
}

function pre(entity, text, on) {
  const code = el('code');
  const copy = el('button', { type: 'button', class: 'pre-copy', onclick: () => on.copy(text) }, t('copy'));
  return [el('pre', { class: 'block' }, el('span', { class: 'pre-head' }, entity.language ?? '', copy), code), code];
}

function spoiler() {
  const node = el('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': t('spoiler') });
  const reveal = () => {
    node.classList.add('revealed');
    for (const name of ['role', 'tabindex', 'aria-label']) node.removeAttribute(name);
  };
  node.addEventListener('click', reveal, { once: true });
  node.addEventListener('keydown', (event) => (event.key === 'Enter' ? reveal() : undefined));
  return node;
}

function expandable() {
  const inner = el('div', { class: 'clamped' });
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'expand',
      'aria-expanded': 'false',
      onclick: () => {
        const open = inner.classList.toggle('open');
        toggle.setAttribute('aria-expanded', String(open));
        toggle.textContent = t(open ? 'collapse' : 'expand');
      },
    },
    t('expand'),
  );
  // Three lines or fewer need no button; only layout knows how many there are.
  new ResizeObserver(() => {
    toggle.hidden = !inner.classList.contains('open') && inner.scrollHeight <= inner.clientHeight;
  }).observe(inner);
  return [el('blockquote', { class: 'block expandable' }, inner, toggle), inner];
}
