import { expect, test } from 'vitest';

import { isDark, parse } from './telegram';

const DATA = new URLSearchParams({ user: JSON.stringify({ id: 7, language_code: 'uz' }), hash: 'abc' }).toString();

function address(theme: unknown): string {
  return new URLSearchParams({ tgWebAppData: DATA, tgWebAppThemeParams: JSON.stringify(theme) }).toString();
}

test('an address tells who, in which language and in which colours', () => {
  expect(parse(address({ bg_color: '#17212b' }), 'bahor_bot')).toEqual({
    initData: DATA,
    language: 'uz',
    bot: 'bahor_bot',
    theme: { bg_color: '#17212b' },
  });
});

test('what is no colour is no colour', () => {
  expect(parse(address({ bg_color: 'url(https://evil)', text_color: 7 }), 'bot')?.theme).toEqual({});
  expect(parse('tgWebAppData=user%3D%7Bbroken&tgWebAppThemeParams=nonsense', 'bot')).toMatchObject({
    theme: {},
    language: undefined,
  });
});

test('without a signature or a bot nothing was launched', () => {
  expect(parse('tgWebAppPlatform=ios', 'bot')).toBeNull();
  expect(parse(address({}), null)).toBeNull();
});

test('a ground is dark when light words are read on it', () => {
  expect([isDark('#17212b'), isDark('#fff'), isDark('#ffffff'), isDark('#000')]).toEqual([true, false, false, true]);
});
