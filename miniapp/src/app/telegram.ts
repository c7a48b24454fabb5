/**
 * The client of Telegram around the page, spoken to directly: what it told the page in the address, and the events
 * that go to and fro. Nothing is loaded from elsewhere, so that the page opens wherever the server is reached.
 * Source: core.telegram.org/api/web-events and docs.telegram-mini-apps.com.
 */

/** What the page was opened with. */
export interface Launch {
  /** `initData`: who the person is, signed by Telegram. */
  initData: string;
  /** The language of the person's client. */
  language: string | undefined;
  /** The bot whose page this is, as its menu button says. */
  bot: string;
  theme: Record<string, string>;
}

type Handler = (data: unknown) => void;

interface Client extends Window {
  TelegramWebviewProxy?: { postEvent: (event: string, data: string) => void };
  Telegram?: { WebView?: { receiveEvent: (event: string, data: unknown) => void } };
}

const KEPT = 'kontora.launch';
const COLOUR = /^#[0-9a-f]{3,8}$/iu;
const handlers = new Map<string, Handler>();

/** Reads the address; a page that was reloaded remembers what it was opened with. */
export function launched(): Launch | null {
  const { hash, search } = location;
  const told = hash.includes('tgWebAppData=') ? hash.slice(1) : sessionStorage.getItem(KEPT);
  if (!told) return null;
  const bot = new URLSearchParams(search).get('bot') ?? sessionStorage.getItem(`${KEPT}.bot`);
  const launch = parse(told, bot);
  if (launch) {
    sessionStorage.setItem(KEPT, told);
    sessionStorage.setItem(`${KEPT}.bot`, launch.bot);
  }
  return launch;
}

/** What an address says, without believing any of it. */
export function parse(told: string, bot: string | null): Launch | null {
  const params = new URLSearchParams(told);
  const initData = params.get('tgWebAppData');
  if (!initData || !bot) return null;
  return { initData, bot, language: languageIn(initData), theme: colours(json(params.get('tgWebAppThemeParams'))) };
}

function languageIn(initData: string): string | undefined {
  const { language_code: code } = json(new URLSearchParams(initData).get('user'));
  return typeof code === 'string' ? code : undefined;
}

function colours(theme: Record<string, unknown>): Record<string, string> {
  const known = Object.entries(theme).filter(([, colour]) => typeof colour === 'string' && COLOUR.test(colour));
  return Object.fromEntries(known) as Record<string, string>;
}

function json(text: string | null): Record<string, unknown> {
  try {
    return record(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Tells Telegram something: that the page is ready, that it wants the back button. */
export function post(event: string, data: unknown = {}): void {
  const proxy = (window as Client).TelegramWebviewProxy;
  if (proxy) proxy.postEvent(event, JSON.stringify(data));
  else if (window.parent !== window) {
    // Telegram on the web: the page is in a frame of its.
    window.parent.postMessage(JSON.stringify({ eventType: event, eventData: data }), 'https://web.telegram.org');
  }
}

export function on(event: string, handler: Handler): void {
  handlers.set(event, handler);
}

/** Puts Telegram's colours where `app.css` reads them. */
export function paint(theme: Record<string, string>): void {
  const { style, dataset } = document.documentElement;
  for (const [name, colour] of Object.entries(theme)) {
    style.setProperty(`--tg-theme-${name.replaceAll('_', '-')}`, colour);
  }
  if (theme.bg_color) dataset.scheme = isDark(theme.bg_color) ? 'dark' : 'light';
}

/** Whether light words are read on a colour. */
export function isDark(colour: string): boolean {
  const digits = colour.length < 7 ? colour.slice(1, 4).replace(/./gu, '$&$&') : colour.slice(1, 7);
  const value = parseInt(digits, 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255] as const;
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

/** Listens to the client, and says that the page can be shown. */
export function greet(): void {
  const client = window as Client;
  const receive = (event: string, data: unknown) => handlers.get(event)?.(data);
  client.Telegram = { ...client.Telegram, WebView: { ...client.Telegram?.WebView, receiveEvent: receive } };
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || typeof data !== 'string') return;
    const { eventType, eventData } = json(data);
    if (typeof eventType === 'string') receive(eventType, eventData);
  });
  on('theme_changed', (data) => paint(colours(record(record(data).theme_params))));
  post('web_app_ready');
  post('web_app_expand');
}
