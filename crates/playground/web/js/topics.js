/** The topics of a forum, «All» first: a column on a wide screen, tabs on a narrow one. */

import { topicIcon } from './avatar.js';
import { el } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/** The list, or null when the chat has no topics; `choose(thread|null)` opens one. */
export function topicList(session, row, thread, choose) {
  if (!row.chat.is_forum) return null;
  const all = tab(
    null,
    t('allTopics'),
    el('span', { class: 'topic-icon all', 'aria-hidden': 'true' }, icon('topics')),
    0,
  );
  const open = row.topics.filter((topic) => !topic.is_closed);
  const closed = row.topics.filter((topic) => topic.is_closed);
  const tabs = [...open, ...closed].map((topic) =>
    tab(
      topic.message_thread_id,
      topic.name,
      topicIcon(topic),
      session.unreadTopics.get(`${row.chat.id}:${topic.message_thread_id}`) ?? 0,
      topic.is_closed,
    ),
  );
  const list = el('nav', { class: 'topics', 'aria-label': t('topics'), testid: 'topics' }, all, tabs);
  queueMicrotask(() => list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  return list;

  function tab(id, name, mark, unread, isClosed = false) {
    return el(
      'button',
      {
        type: 'button',
        class: `topic${id === thread ? ' current' : ''}${isClosed ? ' closed' : ''}`,
        testid: 'topic',
        data: { threadId: id ?? 'all' },
        'aria-current': id === thread ? 'true' : null,
        title: isClosed ? `${name} · ${t('topicIsClosed')}` : name,
        onclick: () => choose(id),
      },
      mark,
      el('span', { class: 'topic-name' }, name),
      unread ? el('span', { class: 'badge' }, String(unread)) : null,
    );
  }
}
