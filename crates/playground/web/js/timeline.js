/**
 * Arranges messages for drawing: days, the unread mark, service pills, albums, and runs of one
 * sender's bubbles. Pure data in, pure data out.
 */

import { serviceText } from './service.js';

/** Messages of one sender closer than this many seconds form one run with one name and one tail. */
const RUN = 300;

/**
 * `[{kind: 'day'|'unread'|'service'|'bubble', key, messages, date, own, sender, first, last, topic, topicStart}]`.
 * `unreadFrom` is the id of the first unread message or null; `topics` says that topic labels are shown.
 */
export function timeline(messages, { self, unreadFrom = null, topics = false }) {
  const items = [];
  let day = null;
  for (const message of messages) {
    const thisDay = new Date(message.date * 1000).toDateString();
    if (thisDay !== day) items.push({ kind: 'day', key: `day ${thisDay}`, date: message.date, messages: [] });
    day = thisDay;
    if (message.message_id === unreadFrom) items.push({ kind: 'unread', key: 'unread', messages: [] });
    const before = items.at(-1);
    if (serviceText(message)) {
      items.push({ kind: 'service', key: `m${message.message_id}`, messages: [message] });
    } else if (before?.kind === 'bubble' && sameAlbum(before.messages[0], message)) {
      before.messages.push(message);
    } else {
      items.push(bubble(message, self, topics));
    }
  }
  markRuns(items);
  if (topics) markTopics(items);
  return items;
}

function bubble(message, self, topics) {
  const sender = message.sender_chat?.id ?? message.from?.id ?? 0;
  return {
    kind: 'bubble',
    key: `m${message.message_id}`,
    messages: [message],
    date: message.date,
    own: sender === self,
    sender,
    topic: topics && message.is_topic_message ? message.message_thread_id : null,
    topicStart: false,
    first: true,
    last: true,
  };
}

function sameAlbum(one, other) {
  return (
    one.media_group_id !== undefined && one.media_group_id === other.media_group_id && one.from?.id === other.from?.id
  );
}

function markRuns(items) {
  for (let at = 1; at < items.length; at += 1) {
    const [before, item] = [items[at - 1], items[at]];
    const together =
      before.kind === 'bubble' &&
      item.kind === 'bubble' &&
      before.sender === item.sender &&
      before.topic === item.topic &&
      item.date - before.date < RUN;
    if (together) {
      before.last = false;
      item.first = false;
    }
  }
}

/** A topic's label stands where the talk moves to it, not at every sender. */
function markTopics(items) {
  let before = null;
  for (const item of items.filter((one) => one.kind === 'bubble')) {
    item.topicStart = item.topic !== before;
    before = item.topic;
  }
}
