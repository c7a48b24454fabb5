/** Which addresses may be opened from a message, and which of them stay inside the playground. */

const SCHEMES = ['http:', 'https:', 'tg:', 'mailto:', 'tel:'];

/** A checked absolute address, or null for anything that a message must not open (`javascript:` above all). */
export function safeUrl(text) {
  // `localhost:8080` is a host with a port and no scheme, and such hosts speak plain HTTP.
  const prefix = /^[\w.-]+:\d/u.test(text) ? 'http://' : /^[a-z][a-z\d+.-]*:/iu.test(text) ? '' : 'https://';
  try {
    const url = new URL(prefix + text);
    return SCHEMES.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** `{username, payload|null}` of a `t.me/<username>?start=<payload>` or `tg://resolve` link, else null. */
export function deepLink(href) {
  const url = new URL(href);
  const payload = url.searchParams.get('start');
  if (['t.me', 'telegram.me'].includes(url.hostname)) {
    const username = url.pathname.split('/')[1];
    return username ? { username, payload } : null;
  }
  const username = url.protocol === 'tg:' ? url.searchParams.get('domain') : null;
  return username ? { username, payload } : null;
}

/** Opens an address in a new window that cannot reach back into this one. */
export function openWindow(href) {
  window.open(href, '_blank', 'noopener,noreferrer');
}
