/**
 * The page's address is its hash: `#person=<id>`, optionally `&chat=<id>&thread=<id>`, or
 * `&start=<bot username>:<payload>` for a deep link. Several windows may hold several people.
 */

/** Reads the present hash into `{person, chat, thread, start: {bot, payload}|null}`. */
export function readAddress() {
  const query = new URLSearchParams(location.hash.replace(/^#/, ''));
  const number = (key) => (query.has(key) && Number.isFinite(Number(query.get(key))) ? Number(query.get(key)) : null);
  const start = query.get('start');
  const colon = start?.indexOf(':') ?? -1;
  return {
    person: number('person'),
    chat: number('chat'),
    thread: number('thread'),
    start: start
      ? { bot: colon < 0 ? start : start.slice(0, colon), payload: colon < 0 ? '' : start.slice(colon + 1) }
      : null,
  };
}

/** The hash of a place in the page. */
export function addressOf({ person, chat, thread, start }) {
  const parts = [`person=${person}`];
  if (start) parts.push(`start=${start.bot}:${encodeURIComponent(start.payload)}`);
  if (chat) parts.push(`chat=${chat}`);
  if (chat && thread) parts.push(`thread=${thread}`);
  return `#${parts.join('&')}`;
}

/** Goes to a place; with `replace` the way back does not stop here. */
export function goTo(place, { replace = false } = {}) {
  const hash = addressOf(place);
  if (hash === location.hash) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', hash);
}
