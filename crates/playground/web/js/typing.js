/** What `sendChatAction` says, in words. */

import { t } from './i18n.js';

const KEYS = {
  typing: 'actionTyping',
  upload_photo: 'actionPhoto',
  record_voice: 'actionVoice',
  upload_voice: 'actionVoice',
  record_video: 'actionVideo',
  upload_video: 'actionVideo',
  upload_document: 'actionFile',
  choose_sticker: 'actionSticker',
  find_location: 'actionLocation',
};

/** The words for a chat action; an unknown one is plain typing. */
export function actionText(action) {
  return `${t(KEYS[action] ?? 'actionTyping')}…`;
}
