/** Choosing who to be: the first visit's page, the switcher in the header, and adding a person. */

import { post } from './api.js';
import { addressOf } from './address.js';
import { userAvatar } from './avatar.js';
import { el, fill, iconButton } from './dom.js';
import { nameOf, phone } from './format.js';
import { currentLanguage, LANGUAGES, setLanguage, t } from './i18n.js';
import { icon } from './icons.js';
import { attempt, dialog, field, openMenu } from './overlay.js';

/** The page shown while no person is chosen; whoever is then follows the deep link `start`. */
export function welcome(root, people, { start, onAdded }) {
  const cards = people.map((person) =>
    el(
      'li',
      { class: 'person-card' },
      el(
        'a',
        {
          class: 'person-main',
          href: addressOf({ person: person.id, start }),
          testid: 'person-card',
          data: { personId: person.id },
        },
        userAvatar(person),
        el(
          'span',
          { class: 'person-text' },
          el('strong', {}, nameOf(person)),
          el('span', { class: 'muted' }, person.hint || handle(person)),
        ),
      ),
      el(
        'a',
        {
          class: 'icon-button',
          href: addressOf({ person: person.id, start }),
          target: '_blank',
          rel: 'noopener',
          'aria-label': t('openInWindowFor', { name: nameOf(person) }),
          title: t('openInWindow'),
        },
        icon('window'),
      ),
    ),
  );
  fill(
    root,
    el(
      'div',
      { class: 'welcome', testid: 'welcome' },
      el(
        'div',
        { class: 'welcome-inner' },
        el('div', { class: 'welcome-language' }, languageSwitch()),
        el('img', { src: 'icon.svg', alt: '', width: 72, height: 72 }),
        el('h1', {}, t('welcomeTitle')),
        el('p', { class: 'muted' }, t('welcomeText')),
        people.length ? el('ul', { class: 'person-cards' }, cards) : el('p', { class: 'empty-note' }, t('noPeople')),
        el(
          'button',
          { type: 'button', class: 'button', testid: 'add-person', onclick: () => addPerson(onAdded) },
          icon('plus'),
          t('addPerson'),
        ),
      ),
    ),
  );
}

/** The header button that shows who one is and lets one become another. */
export function switcher(session, { onAdded }) {
  const { person, people } = session;
  const button = el(
    'button',
    { type: 'button', class: 'switcher', testid: 'person-switcher', 'aria-haspopup': 'menu', title: t('switchPerson') },
    userAvatar(person),
    el(
      'span',
      { class: 'person-text' },
      el('strong', {}, nameOf(person)),
      el('span', { class: 'muted' }, person.hint || handle(person)),
    ),
    icon('down'),
  );
  button.addEventListener('click', () =>
    openMenu(
      button.getBoundingClientRect(),
      [
        ...people.map((other) => personEntry(other, other.id === person.id)),
        el('hr', {}),
        { label: t('addPerson'), icon: 'plus', testid: 'menu-add-person', run: () => addPerson(onAdded) },
        {
          label: t('allPeople'),
          icon: 'people',
          testid: 'menu-all-people',
          run: () => {
            location.hash = '';
          },
        },
        el('div', { class: 'menu-language' }, languageSwitch()),
      ],
      { label: t('switchPerson') },
    ),
  );
  return button;
}

function personEntry(person, current) {
  const href = addressOf({ person: person.id });
  return el(
    'div',
    { class: current ? 'menu-person current' : 'menu-person' },
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: 'menu-item',
        testid: 'person-option',
        'data-person-id': person.id,
        'data-close': true,
        'aria-current': current ? 'true' : null,
        onclick: () => {
          location.hash = href;
        },
      },
      userAvatar(person),
      el('span', { class: 'menu-text' }, nameOf(person), el('small', {}, person.hint || handle(person))),
    ),
    iconButton(icon('window'), t('openInWindowFor', { name: nameOf(person) }), {
      'data-close': true,
      testid: 'person-window',
      onclick: () => window.open(href, '_blank', 'noopener'),
    }),
  );
}

function languageSwitch() {
  return el(
    'span',
    { class: 'segmented', role: 'group', 'aria-label': t('language') },
    LANGUAGES.map(([code, name]) =>
      el(
        'button',
        {
          type: 'button',
          lang: code,
          'aria-pressed': String(code === currentLanguage()),
          testid: `language-${code}`,
          'data-close': true,
          onclick: () => setLanguage(code),
        },
        name,
      ),
    ),
  );
}

async function addPerson(onAdded) {
  const [firstLabel, first] = field(t('firstName'), { required: true, maxlength: 64, testid: 'new-person-first' });
  const [lastLabel, last] = field(t('lastName'), { maxlength: 64 });
  const [phoneLabel, number] = field(t('phone'), { inputmode: 'tel', placeholder: '+998 90 123 45 67' });
  const language = el(
    'select',
    { class: 'input' },
    LANGUAGES.map(([code, name]) => el('option', { value: code }, name)),
  );
  const done = await dialog({
    title: t('addPerson'),
    body: [firstLabel, lastLabel, phoneLabel, el('label', { class: 'field' }, el('span', {}, t('language')), language)],
    buttons: [
      { label: t('cancel'), value: null },
      { label: t('create'), value: true, kind: 'primary', testid: 'new-person-create' },
    ],
    check: () => first.reportValidity(),
  });
  if (!done) return;
  const digits = number.value.replace(/\D/gu, '');
  await attempt(async () =>
    onAdded(
      await post('people', {
        first_name: first.value.trim(),
        last_name: last.value.trim() || undefined,
        language_code: language.value,
        phone: digits ? `+${digits}` : undefined,
      }),
    ),
  );
}

function handle(person) {
  return person.username ? `@${person.username}` : person.phone ? phone(person.phone) : t('person');
}
