/** The enlarged view of a photo, closed by Escape, a click or the button. */

import { el, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/** Shows the picture at an address with its caption. */
export function showPhoto(url, caption) {
  const box = el(
    'dialog',
    { class: 'lightbox', 'aria-label': t('photo'), testid: 'lightbox', onclick: () => box.close() },
    el('img', { src: url, alt: caption || t('photo') }),
    caption ? el('p', {}, caption) : null,
    iconButton(icon('close'), t('close'), { class: 'lightbox-close' }),
  );
  box.addEventListener('close', () => box.remove());
  document.getElementById('overlays').append(box);
  box.showModal();
}
