/** The dialog between choosing files and sending them: thumbnails, a caption, and «as a file». */

import { el } from './dom.js';
import { bytes } from './format.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { dialog, field } from './overlay.js';

/** Resolves with `{caption, asFile}`, or null when the person thought better of it. */
export async function uploadDialog(files, { asFile = false } = {}) {
  const urls = [];
  const tiles = files.map((file) => {
    if (!file.type.startsWith('image/')) return fileLine(file);
    const url = URL.createObjectURL(file);
    urls.push(url);
    return el('img', { class: 'upload-thumb', src: url, alt: file.name });
  });
  const [captionLabel, caption] = field(t('caption'), { maxlength: 1024, autofocus: true, testid: 'caption' });
  const plain = el('input', { type: 'checkbox', checked: asFile, testid: 'as-file' });
  const pictures = files.some((file) => /^(?:image|video)\//u.test(file.type));
  const sent = await dialog({
    title: t('sendFiles', { n: files.length }),
    testid: 'upload-dialog',
    body: [
      el('div', { class: 'upload-tiles' }, tiles),
      captionLabel,
      pictures ? el('label', { class: 'check' }, plain, t('asFile')) : null,
    ].filter(Boolean),
    buttons: [
      { label: t('cancel'), value: null },
      { label: t('send'), value: true, kind: 'primary', testid: 'upload-send' },
    ],
  });
  urls.forEach((url) => URL.revokeObjectURL(url));
  return sent ? { caption: caption.value.trim(), asFile: plain.checked } : null;
}

function fileLine(file) {
  return el(
    'div',
    { class: 'upload-file' },
    icon('file'),
    el('span', { class: 'card-text' }, el('strong', {}, file.name), el('small', {}, bytes(file.size))),
  );
}
