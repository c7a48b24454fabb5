/** Inline buttons under a bubble, in their rows, with Bot API 9.4 styles and a spinner while the bot thinks. */

import { el } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { safeUrl } from './links.js';
import { toast } from './overlay.js';

/** The keyboard of a message, or null when it has none. */
export function inlineKeyboard(message, ctx) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el(
    'div',
    { class: 'inline-keyboard', testid: 'inline-keyboard' },
    rows.map((row) =>
      el(
        'div',
        { class: 'inline-row' },
        row.map((button) => draw(button, message, ctx)),
      ),
    ),
  );
}

/** The `callback_data` values of a message that wait for the bot, for telling whether to redraw. */
export function waitingButtons(message, session, chat) {
  const buttons = message.reply_markup?.inline_keyboard?.flat() ?? [];
  return buttons
    .map((button) => button.callback_data)
    .filter((data) => data !== undefined && session.taps.isWaiting(chat, message.message_id, data));
}

function draw(button, message, ctx) {
  const waits =
    button.callback_data !== undefined &&
    ctx.session.taps.isWaiting(ctx.chat, message.message_id, button.callback_data);
  const kind = ['primary', 'success', 'danger'].includes(button.style) ? ` ${button.style}` : '';
  return el(
    'button',
    {
      type: 'button',
      class: `inline-button${kind}${waits ? ' waiting' : ''}`,
      disabled: Boolean(button.disabled),
      'aria-busy': waits ? 'true' : null,
      testid: 'inline-button',
      data: { kind: kindOf(button) },
      onclick: () => press(button, message, ctx),
    },
    el('span', { class: 'inline-label' }, button.text),
    corner(button),
    waits ? el('span', { class: 'spinner', testid: 'spinner' }) : null,
  );
}

function kindOf(button) {
  if (button.callback_data !== undefined) return 'callback';
  return ['url', 'web_app', 'login_url', 'copy_text', 'pay'].find((name) => button[name]) ?? 'other';
}

function corner(button) {
  const names = { url: 'link', login_url: 'link', web_app: 'app', copy_text: 'copy' };
  const name = names[kindOf(button)];
  return name ? icon(name) : null;
}

function press(button, message, ctx) {
  switch (kindOf(button)) {
    case 'callback':
      return ctx.actions.tap(message, button.callback_data);
    case 'url':
      return openSafely(button.url, ctx);
    case 'login_url':
      return openSafely(button.login_url.url, ctx);
    case 'web_app':
      return ctx.actions.webApp(button.web_app.url);
    case 'copy_text':
      return ctx.actions.copy(button.copy_text.text);
    default:
      return toast(t('buttonUnsupported'));
  }
}

function openSafely(url, ctx) {
  const href = safeUrl(url);
  if (href) ctx.actions.link(href);
  else toast(t('badLink'), { error: true });
}
