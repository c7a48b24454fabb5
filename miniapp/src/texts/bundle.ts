/** The texts of a language, from the same files as the server's. Only the language in use is loaded. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export const LANGS = ['ru', 'uz', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export type Args = Record<string, FluentVariable>;

const SOURCES: Record<Lang, () => Promise<{ default: string[] }>> = {
  ru: () => import('./ru'),
  uz: () => import('./uz'),
  en: () => import('./en'),
};

/** Intl's own Uzbek is Latin only when told so. */
export const LOCALES: Record<Lang, string> = { ru: 'ru', uz: 'uz-Latn', en: 'en-GB' };

export async function load(lang: Lang): Promise<FluentBundle> {
  return bundle(lang, (await SOURCES[lang]()).default);
}

export function bundle(lang: Lang, sources: readonly string[]): FluentBundle {
  const made = new FluentBundle(LOCALES[lang], { useIsolating: false });
  for (const source of sources) {
    const [error] = made.addResource(new FluentResource(source));
    if (error) throw error;
  }
  return made;
}

/** The text of an id; the id itself where there is none, which a test keeps from happening. */
export function format(texts: FluentBundle, id: string, args?: Args): string {
  const pattern = texts.getMessage(id)?.value;
  return pattern ? texts.formatPattern(pattern, args ?? null, []) : id;
}

/** The language of a code as `uz-UZ`, when it is one of ours. */
export function langOf(code: string | null | undefined): Lang | undefined {
  const short = code?.toLowerCase().split(/[-_]/u)[0];
  return LANGS.find((lang) => lang === short);
}
