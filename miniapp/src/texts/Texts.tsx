/** Gives the texts of the person's language to everything inside, and lets them choose another one. */
import type { FluentBundle } from '@fluent/bundle';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';

import { speak } from '../api/client';
import { type Args, format, type Lang, langOf, load, LOCALES } from './bundle';

const KEPT = 'kontora.language';

interface Spoken {
  lang: Lang;
  t: (id: string, args?: Args) => string;
  choose: (lang: Lang) => void;
  /** The language that the person chose in the bot: it counts while they have chosen none here. */
  suggest: (code: string) => void;
}

const Context = createContext<Spoken | null>(null);

/** What was chosen before, else what the browser asks for, else Russian. */
function first(told: string | undefined): Lang {
  return langOf(localStorage.getItem(KEPT)) ?? langOf(told) ?? langOf(navigator.language) ?? 'ru';
}

export function Texts({ told, children }: { told?: string | undefined; children: ReactNode }) {
  const [lang, setLang] = useState(() => first(told));
  const [texts, setTexts] = useState<FluentBundle>();

  useEffect(() => {
    let isCurrent = true;
    void load(lang).then((loaded) => {
      if (!isCurrent) return;
      speak(lang);
      document.documentElement.lang = LOCALES[lang];
      setTexts(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [lang]);

  const choose = useCallback((chosen: Lang) => {
    localStorage.setItem(KEPT, chosen);
    setLang(chosen);
  }, []);

  const suggest = useCallback((code: string) => {
    const suggested = langOf(code);
    if (suggested && !localStorage.getItem(KEPT)) setLang(suggested);
  }, []);

  const spoken = useMemo<Spoken | null>(
    () => (texts && { lang, choose, suggest, t: (id: string, args?: Args) => format(texts, id, args) }) || null,
    [texts, lang, choose, suggest],
  );
  return spoken && <Context value={spoken}>{children}</Context>;
}

export function useTexts(): Spoken {
  const spoken = use(Context);
  if (!spoken) throw new Error('there are no texts outside of <Texts>');
  return spoken;
}

/** The text of an id. */
export function useT(): Spoken['t'] {
  return useTexts().t;
}
