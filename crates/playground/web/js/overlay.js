/** What floats above the page: toasts, pop-up menus and dialogs, each closed by Escape. */

import { el } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const TOAST_LASTS = 4500;

/** Shows a short text for a few seconds, in place of the one before; an error is coloured and stays its time. */
export function toast(text, { error = false } = {}) {
  const node = el('div', { class: error ? 'toast error' : 'toast', testid: 'toast' }, text);
  const shelf = document.getElementById('toasts');
  for (const older of shelf.querySelectorAll('.toast:not(.error)')) older.remove();
  shelf.append(node);
  // Opened anew, the shelf lies above a dialog that was opened since.
  if (shelf.matches(':popover-open')) shelf.hidePopover();
  shelf.showPopover?.();
  setTimeout(() => node.remove(), TOAST_LASTS);
}

/** Runs an action and shows why it failed, for handlers that nobody waits for. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(error.message, { error: true });
    return undefined;
  }
}

let closeMenu = () => {};

/** Closes whatever floats, because the page below goes elsewhere. */
export function closeOverlays() {
  closeMenu();
  for (const open of document.querySelectorAll('#overlays dialog[open]')) open.close();
}

/**
 * Opens a menu beside a rectangle or a point `{left, top, right, bottom}`. Entries are
 * `{label, icon?, hint?, lead?: Node, danger?, testid?, run}`, a Node shown as it is, or null.
 */
export function openMenu(anchor, entries, { label = '' } = {}) {
  closeMenu();
  const before = document.activeElement;
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label, testid: 'menu' });
  const close = (refocus = true) => {
    closeMenu = () => {};
    removeEventListener('pointerdown', outside, true);
    removeEventListener('resize', close);
    menu.remove();
    if (refocus && before?.isConnected) before.focus({ preventScroll: true });
  };
  const outside = (event) => {
    if (!menu.contains(event.target)) close(false);
  };
  closeMenu = close;
  for (const entry of entries) {
    if (entry) menu.append(entry instanceof Node ? entry : menuItem(entry, close));
  }
  menu.addEventListener('keydown', (event) => moveInMenu(event, menu, close));
  menu.addEventListener('click', (event) => (event.target.closest('[data-close]') ? close() : undefined));
  document.getElementById('overlays').append(menu);
  place(menu, anchor);
  addEventListener('pointerdown', outside, true);
  addEventListener('resize', close);
  menu.querySelector('button')?.focus({ preventScroll: true });
}

function menuItem(entry, close) {
  return el(
    'button',
    {
      type: 'button',
      role: 'menuitem',
      class: entry.danger ? 'menu-item danger' : 'menu-item',
      testid: entry.testid,
      onclick: () => {
        close();
        entry.run();
      },
    },
    entry.lead ?? icon(entry.icon ?? 'check'),
    el('span', { class: 'menu-text' }, entry.label, entry.hint ? el('small', {}, entry.hint) : null),
  );
}

function moveInMenu(event, menu, close) {
  const buttons = [...menu.querySelectorAll('button')];
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    close();
  } else if (step) {
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
}

/** Below the anchor if there is room, else above it; never outside the window. */
function place(menu, anchor) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.max(8, Math.min(anchor.left, innerWidth - width - 8));
  const below = anchor.bottom + 6;
  const top = below + height <= innerHeight - 8 ? below : Math.max(8, anchor.top - height - 6);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

/**
 * A modal dialog. `buttons` are `{label, value, kind?: 'primary'|'danger', testid?}`; resolves with the chosen
 * value, or null when dismissed. Enter presses the primary one. `check` may refuse to close by returning false.
 */
export function dialog({ title, body = [], buttons, check = () => true, wide = false, testid = 'dialog' }) {
  return new Promise((resolve) => {
    let chosen = null;
    const close = (value) => {
      if (value !== null && !check(value)) return;
      chosen = value;
      node.close();
    };
    const primary = buttons.find((button) => button.kind) ?? buttons[0];
    const form = el(
      'form',
      {
        method: 'dialog',
        onsubmit: (event) => {
          event.preventDefault();
          close(primary.value);
        },
      },
      title ? el('h2', {}, title) : null,
      el('div', { class: 'dialog-body' }, body),
      el(
        'div',
        { class: 'dialog-buttons' },
        buttons.map((button) =>
          el(
            'button',
            {
              type: button === primary ? 'submit' : 'button',
              class: `button ${button.kind ?? ''}`,
              testid: button.testid,
              onclick: button === primary ? null : () => close(button.value),
            },
            button.label,
          ),
        ),
      ),
    );
    const node = el('dialog', { class: wide ? 'dialog wide' : 'dialog', testid, 'aria-label': title }, form);
    node.addEventListener('close', () => {
      node.remove();
      resolve(chosen);
    });
    node.addEventListener('click', (event) => (event.target === node ? node.close() : undefined));
    document.getElementById('overlays').append(node);
    node.showModal();
  });
}

/** Asks yes or no; true when confirmed. */
export async function confirm(title, text, yes, { danger = false } = {}) {
  return (
    (await dialog({
      title,
      body: [el('p', {}, text)],
      testid: 'confirm',
      buttons: [
        { label: t('cancel'), value: null, testid: 'confirm-no' },
        { label: yes, value: true, kind: danger ? 'danger' : 'primary', testid: 'confirm-yes' },
      ],
    })) === true
  );
}

/** Shows a text that must be acknowledged, as `show_alert` wants. */
export async function alertDialog(text) {
  await dialog({
    body: [el('p', { class: 'alert-text' }, text)],
    testid: 'alert',
    buttons: [{ label: t('ok'), value: true, kind: 'primary', testid: 'alert-ok' }],
  });
}

/** A labelled input for dialogs: `[label element, input element]`. */
export function field(label, props = {}) {
  const input = el('input', { class: 'input', autocomplete: 'off', ...props });
  return [el('label', { class: 'field' }, el('span', {}, label), input), input];
}
