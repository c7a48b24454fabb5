/** The languages, each by its own name. */
import { LANGS, langOf } from '../texts/bundle';
import { useTexts } from '../texts/Texts';

const NAMES = { ru: 'Русский', uz: 'O‘zbekcha', en: 'English' } as const;

export function Languages() {
  const { t, lang, choose } = useTexts();
  return (
    <select
      aria-label={t('console-language')}
      value={lang}
      onChange={(event) => choose(langOf(event.target.value) ?? 'ru')}
    >
      {LANGS.map((code) => (
        <option key={code} value={code} lang={code}>
          {NAMES[code]}
        </option>
      ))}
    </select>
  );
}
