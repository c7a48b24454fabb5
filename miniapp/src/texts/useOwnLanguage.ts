/** Speaks the language that the person chose in the bot, once it is known who they are. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { me } from '../api/queries';
import { useTexts } from './Texts';

export function useOwnLanguage(): void {
  const { suggest } = useTexts();
  const language = useQuery(me).data?.language;
  useEffect(() => {
    if (language) suggest(language);
  }, [language, suggest]);
}
