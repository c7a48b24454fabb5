/** Times as a person reads them. Everything arrives as UTC and is shown in the org's zone, or the reader's own. */
import { type Lang, LOCALES } from './bundle';

const MINUTE = 60_000;
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
/** Browsers know no Uzbek names of months: `2026 M11 21`. */
const DATE = { ru: DAY, uz: { day: '2-digit', month: '2-digit', year: 'numeric' }, en: DAY } as const;

/** `21 нояб. 2026`, of a day without a zone. */
export function date(lang: Lang, day: string): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { ...dayIn(lang), timeZone: 'UTC' }).format(new Date(day));
}

/** `21 нояб. 2026, 14:05`. */
export function moment(lang: Lang, at: string, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = { ...dayIn(lang), hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(LOCALES[lang], zone ? { ...options, timeZone: zone } : options).format(new Date(at));
}

/** Browsers know no Uzbek names of months: `2026 M11 21`. */
function dayIn(lang: Lang): Intl.DateTimeFormatOptions {
  return lang === 'uz' ? { day: '2-digit', month: '2-digit', year: 'numeric' } : DAY;
}

/** `21 нояб. 2026`. */
export function day(lang: Lang, at: string): string {
  return new Intl.DateTimeFormat(LOCALES[lang], DATE[lang]).format(new Date(at));
}

/** `5 минут назад`, `через 3 дня`; less than a minute is `undefined`, which a screen puts into words. */
export function distance(lang: Lang, at: string, now = Date.now()): string | undefined {
  const apart = new Date(at).getTime() - now;
  const found = UNITS.find(([, length]) => Math.abs(apart) >= length);
  if (!found) return undefined;
  const [unit, length] = found;
  return new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: 'auto' }).format(Math.trunc(apart / length), unit);
}
