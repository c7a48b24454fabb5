/**
 * The page's own words in Russian, Uzbek and English. The language of the page is the tester's and
 * has nothing to do with the `language_code` of the person being played.
 */

import { en } from './lang/en.js';
import { ru } from './lang/ru.js';
import { uz } from './lang/uz.js';

const DICTIONARIES = { ru, uz, en };
const LOCALES = { ru: 'ru-RU', uz: 'uz-Latn-UZ', en: 'en-GB' };
const KEY = 'playground.language';

let language = DICTIONARIES[localStorage.getItem(KEY)] ? localStorage.getItem(KEY) : 'ru';
document.documentElement.lang = language;

/** The languages as they call themselves, in the order of the switch. */
export const LANGUAGES = [
  ['ru', 'Русский'],
  ['uz', 'O‘zbekcha'],
  ['en', 'English'],
];

/** The text of a key with `{name}` filled in; a text missing in a language falls back to Russian. */
export function t(key, values = {}) {
  const text = DICTIONARIES[language][key] ?? ru[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** The two-letter code of the present language. */
export function currentLanguage() {
  return language;
}

/** The BCP 47 locale of the present language, for dates. */
export function locale() {
  return LOCALES[language];
}

/** Switches the language and remembers it in this browser. */
export function setLanguage(code) {
  language = code;
  localStorage.setItem(KEY, code);
  document.documentElement.lang = code;
  dispatchEvent(new Event('playground:language'));
}
