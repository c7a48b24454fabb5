/**
 * The chat page: one person's messenger in one window. The hash says who and where (address.js);
 * this module builds a session for the person and moves between welcome page, list and chat.
 */

import { get } from './api.js';
import { addressOf, goTo, readAddress } from './address.js';
import { Conversation } from './conversation.js';
import { el, fill } from './dom.js';
import { t } from './i18n.js';
import { attempt, closeOverlays, toast } from './overlay.js';
import { welcome } from './people.js';
import { Session } from './session.js';
import { sidebar } from './sidebar.js';

const root = document.getElementById('app');
let session = null;
let conversation = null;
let turns = 0;

/** Follows the hash; a slower earlier turn gives way to a later one. */
async function follow() {
  closeOverlays();
  turns += 1;
  const turn = turns;
  const address = readAddress();
  if (session && session.person.id === address.person) return show(address);
  session?.stop();
  session = null;
  const people = await get('people');
  if (turn !== turns) return undefined;
  const person = people.find((one) => one.id === address.person);
  if (!person) {
    if (address.person) toast(t('noSuchPerson'), { error: true });
    document.title = 'Playground';
    return welcome(root, people, { start: address.start, onAdded: (added) => become(added, address.start) });
  }
  const next = new Session(person, people);
  next.on('error', reportError);
  await next.start();
  if (turn !== turns) return next.stop();
  session = next;
  draw();
  return show(readAddress());
}

function draw() {
  conversation = new Conversation(session, { go, start });
  fill(
    root,
    el(
      'div',
      { class: 'app', testid: 'app', data: { personId: session.person.id } },
      sidebar(session, { go: (chat) => go({ chat, thread: null }), onAdded: become }),
      conversation.node,
    ),
  );
}

function show({ chat, thread, start: link }) {
  if (link) return start(link.bot, link.payload, { replace: true });
  const known = session.rows.has(chat) ? chat : null;
  root.querySelector('.app').dataset.view = known === null ? 'list' : 'chat';
  return conversation.show(known, known === null ? null : thread);
}

function go({ chat, thread }, options) {
  goTo({ person: session.person.id, chat, thread }, options);
  show({ chat, thread });
}

/** Opens a bot's chat by a deep link; its START button sends the payload. */
function start(username, payload, options) {
  const row = session.botRow(username);
  if (!row) {
    toast(t('noSuchBot', { name: username }), { error: true });
    return go({ chat: null, thread: null }, { replace: true });
  }
  if (payload !== null) session.payloads.set(row.chat.id, payload);
  go({ chat: row.chat.id, thread: null }, options);
  return conversation.composer.rowChanged();
}

function reportError({ error }) {
  toast(error.message, { error: true });
}

function become(person, start = null) {
  location.hash = addressOf({ person: person.id, start });
}

addEventListener('hashchange', () => attempt(follow));
addEventListener('playground:language', () => {
  if (!session) return void attempt(follow);
  session = session.renewed();
  session.on('error', reportError);
  attempt(async () => {
    await session.start();
    draw();
    show(readAddress());
  });
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && session?.open.chat) session.look(session.open.chat, session.open.thread);
});

attempt(follow);
