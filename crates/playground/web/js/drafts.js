/** Unsent texts, per person, chat and topic; kept in the browser so that they survive a reload. */

/** The draft of a place, or an empty string. */
export function readDraft(person, chat, thread) {
  return localStorage.getItem(key(person, chat, thread)) ?? '';
}

/** Remembers a draft; an empty one is forgotten. */
export function writeDraft(person, chat, thread, text) {
  if (text.trim()) localStorage.setItem(key(person, chat, thread), text);
  else localStorage.removeItem(key(person, chat, thread));
}

function key(person, chat, thread) {
  return `playground.draft.${person}.${chat}.${thread ?? ''}`;
}
