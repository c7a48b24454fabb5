/** The words of service messages: what happened to a chat rather than what somebody said. */

import { nameOf, preview } from './format.js';
import { t } from './i18n.js';

/** The text of a service message, or null when the message is an ordinary one. */
export function serviceText(message) {
  const who = nameOf(message.from ?? message.sender_chat);
  if (message.new_chat_members) {
    const names = message.new_chat_members.map(nameOf).join(', ');
    const alone = message.new_chat_members.every((user) => user.id === message.from?.id);
    return alone ? t('joined', { who: names }) : t('addedMembers', { who, names });
  }
  if (message.left_chat_member) {
    const name = nameOf(message.left_chat_member);
    return message.left_chat_member.id === message.from?.id
      ? t('left', { who: name })
      : t('removedMember', { who, name });
  }
  if (message.pinned_message) return t('pinnedMessage', { who, text: clip(preview(message.pinned_message)) });
  if (message.forum_topic_created) return t('topicCreated', { who, name: message.forum_topic_created.name });
  if (message.forum_topic_edited) {
    const { name } = message.forum_topic_edited;
    return name ? t('topicRenamed', { who, name }) : t('topicIconChanged', { who });
  }
  if (message.forum_topic_closed) return t('topicClosed', { who });
  if (message.forum_topic_reopened) return t('topicReopened', { who });
  if (message.general_forum_topic_hidden) return t('generalHidden');
  if (message.general_forum_topic_unhidden) return t('generalShown');
  if (message.group_chat_created || message.supergroup_chat_created) return t('groupCreated', { who });
  if (message.new_chat_title) return t('titleChanged', { who, title: message.new_chat_title });
  if (message.new_chat_photo) return t('photoChanged', { who });
  if (message.delete_chat_photo) return t('photoRemoved', { who });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t('migrated');
  if (message.write_access_allowed) return t('writeAccess');
  if (message.web_app_data) return t('webAppData', { text: message.web_app_data.button_text });
  if (message.users_shared || message.chat_shared) return t('shared');
  if (message.successful_payment) return t('paid');
  return null;
}

function clip(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
