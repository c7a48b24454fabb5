/** The attachment menu: photos, files, recordings, a place, one's own contact or somebody else's. */

import { userAvatar } from './avatar.js';
import { el } from './dom.js';
import { nameOf, phone } from './format.js';
import { t } from './i18n.js';
import { attempt, confirm, dialog, field, openMenu, toast } from './overlay.js';
import { probe } from './probe.js';
import { uploadDialog } from './upload.js';

/** The square in the middle of Tashkent, for a person without a satellite receiver. */
const TASHKENT = { latitude: 41.311081, longitude: 69.240562 };
/** `sendMediaGroup` takes two to ten items. */
const ALBUM = 10;

/** Opens the menu beside the paperclip. */
export function attachMenu(composer, anchor) {
  openMenu(
    anchor,
    [
      {
        label: t('photoOrVideo'),
        icon: 'image',
        testid: 'attach-photo',
        run: () => pick(composer, 'image/*,video/*', true),
      },
      { label: t('file'), icon: 'file', testid: 'attach-file', run: () => pick(composer, '', true, { asFile: true }) },
      { label: t('audioAsVoice'), icon: 'mic', testid: 'attach-voice', run: () => pickVoice(composer) },
      { label: t('location'), icon: 'place', testid: 'attach-location', run: () => sendPlace(composer) },
      { label: t('ownContact'), icon: 'person', testid: 'attach-own-contact', run: () => sendOwn(composer) },
      { label: t('otherContact'), icon: 'people', testid: 'attach-contact', run: () => sendOther(composer) },
    ],
    { label: t('attach') },
  );
}

/** Shows the files with a caption field and sends them: pictures as albums of up to ten. */
export async function offerFiles(composer, files, { asFile = false } = {}) {
  const chosen = await uploadDialog(files, { asFile });
  if (!chosen) return;
  const fields = { ...composer.place(), reply_to: composer.replyId() };
  await attempt(async () => {
    let { caption } = chosen;
    for (const [kind, batch] of batches(files, chosen.asFile)) {
      const about = await probe(batch[0], kind);
      await composer.session.upload({ ...fields, ...about, kind, caption }, batch);
      caption = '';
    }
    composer.cancelContext();
  });
}

/** Sends one recording as a voice message. */
export async function sendVoice(composer, file) {
  await attempt(async () => {
    const fields = { ...composer.place(), reply_to: composer.replyId(), kind: 'voice' };
    await composer.session.upload({ ...fields, ...(await probe(file, 'voice')) }, [file]);
    composer.cancelContext();
  });
}

/** Asks for a place: the middle of Tashkent, this device's, or typed coordinates; null when refused. */
export async function askPlace(question) {
  const [latitudeLabel, latitude] = field(t('latitude'), {
    inputmode: 'decimal',
    value: TASHKENT.latitude,
    testid: 'latitude',
  });
  const [longitudeLabel, longitude] = field(t('longitude'), {
    inputmode: 'decimal',
    value: TASHKENT.longitude,
    testid: 'longitude',
  });
  const here = el(
    'button',
    { type: 'button', class: 'button', onclick: () => locate(latitude, longitude) },
    t('myPlace'),
  );
  const read = () => ({ latitude: decimal(latitude.value), longitude: decimal(longitude.value) });
  const done = await dialog({
    title: t('location'),
    testid: 'place-dialog',
    body: [el('p', {}, question), el('div', { class: 'field-row' }, latitudeLabel, longitudeLabel), here],
    buttons: [
      { label: t('cancel'), value: null },
      { label: t('send'), value: true, kind: 'primary', testid: 'place-send' },
    ],
    check: () => {
      const place = read();
      const valid = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
      if (!valid) toast(t('badCoordinates'), { error: true });
      return valid;
    },
  });
  return done ? read() : null;
}

function decimal(text) {
  return text.trim() ? Number(text.replace(',', '.')) : Number.NaN;
}

function locate(latitude, longitude) {
  navigator.geolocation?.getCurrentPosition(
    ({ coords }) => {
      latitude.value = coords.latitude.toFixed(6);
      longitude.value = coords.longitude.toFixed(6);
    },
    () => toast(t('placeRefused'), { error: true }),
  );
}

async function sendPlace(composer) {
  const location = await askPlace(t('placeHint'));
  if (location) await composer.sendBody({ location });
}

async function sendOwn(composer) {
  if (await confirm(t('shareContact'), t('shareContactQuestion'), t('share')))
    await composer.sendBody({ contact: 'own' });
}

async function sendOther(composer) {
  const [nameLabel, name] = field(t('firstName'), { required: true, testid: 'contact-name' });
  const [phoneLabel, number] = field(t('phone'), {
    required: true,
    inputmode: 'tel',
    placeholder: '+998 90 123 45 67',
    testid: 'contact-phone',
  });
  let chosen = null;
  const others = composer.session.people.filter((person) => person.id !== composer.session.person.id && person.phone);
  const choices = others.map((person) =>
    el(
      'button',
      {
        type: 'button',
        class: 'menu-item',
        onclick: () => {
          chosen = person;
          name.value = nameOf(person);
          number.value = phone(person.phone);
        },
      },
      userAvatar(person, { small: true }),
      el('span', { class: 'menu-text' }, nameOf(person), el('small', {}, phone(person.phone))),
    ),
  );
  const done = await dialog({
    title: t('otherContact'),
    body: [el('div', { class: 'choices' }, choices), nameLabel, phoneLabel],
    buttons: [
      { label: t('cancel'), value: null },
      { label: t('send'), value: true, kind: 'primary', testid: 'contact-send' },
    ],
    check: () => name.reportValidity() && number.reportValidity(),
  });
  if (!done) return;
  const same = chosen && name.value === nameOf(chosen) && number.value === phone(chosen.phone);
  const digits = `+${number.value.replace(/\D/gu, '')}`;
  await composer.sendBody({
    contact: { phone_number: digits, first_name: name.value.trim(), user_id: same ? chosen.id : undefined },
  });
}

/** `[kind, files]` to upload one after another: runs of pictures together, everything else alone. */
function batches(files, asFile) {
  const result = [];
  for (const file of files) {
    const kind = asFile
      ? 'document'
      : file.type.startsWith('image/')
        ? 'photo'
        : file.type.startsWith('video/')
          ? 'video'
          : 'document';
    const last = result.at(-1);
    if (kind === 'photo' && last?.[0] === 'photo' && last[1].length < ALBUM) last[1].push(file);
    else result.push([kind, [file]]);
  }
  return result;
}

function pick(composer, accept, multiple, options) {
  choose(accept, multiple, (files) => offerFiles(composer, files, options));
}

function pickVoice(composer) {
  choose('audio/*,.ogg,.oga,.opus,.mp3,.m4a', false, ([file]) => sendVoice(composer, file));
}

/** The system's file dialog; the input stays in the page so that browser tests can fill it. */
export function choose(accept, multiple, taken) {
  document.getElementById('file-input')?.remove();
  const input = el('input', {
    type: 'file',
    id: 'file-input',
    testid: 'file-input',
    accept: accept || null,
    multiple,
    hidden: true,
  });
  input.addEventListener('change', () => {
    const files = [...input.files];
    input.remove();
    if (files.length) taken(files);
  });
  document.getElementById('overlays').append(input);
  input.click();
}
