/**
 * The messages of one chat, or of one topic of a forum, that are loaded so far: ascending by id,
 * without duplicates. Holds data only; the pane draws it.
 */

/** How many messages `GET /client/messages` gives at most: fewer means that the beginning is reached. */
const PAGE = 100;

export class MessageList {
  messages = [];
  loaded = false;
  /** True while older messages may exist on the server. */
  hasOlder = false;

  /** Takes the newest page, keeping nothing of what was there. */
  reset(messages) {
    this.messages = [...messages].sort((a, b) => a.message_id - b.message_id);
    this.loaded = true;
    this.hasOlder = messages.length >= PAGE;
  }

  /** Takes a page of messages older than all present ones. */
  prepend(messages) {
    for (const message of messages) this.put(message);
    this.hasOlder = messages.length >= PAGE;
  }

  /** Adds or replaces one message; true if it was not here before. */
  put(message) {
    let at = this.messages.length;
    while (at > 0 && this.messages[at - 1].message_id > message.message_id) at -= 1;
    if (at > 0 && this.messages[at - 1].message_id === message.message_id) {
      this.messages[at - 1] = message;
      return false;
    }
    this.messages.splice(at, 0, message);
    return true;
  }

  /** Replaces a message if it is loaded. */
  replace(message) {
    if (this.find(message.message_id)) this.put(message);
  }

  remove(ids) {
    this.messages = this.messages.filter((message) => !ids.includes(message.message_id));
  }

  find(id) {
    return this.messages.find((message) => message.message_id === id) ?? null;
  }

  last() {
    return this.messages.at(-1) ?? null;
  }
}
