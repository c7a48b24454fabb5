/** What a `User-Agent` says of a device, in names that its owner knows. Nobody should believe it, only recognize it. */

const PROGRAMS: [RegExp, string][] = [
  [/Telegram/u, 'Telegram'],
  [/YaBrowser/u, 'Яндекс Браузер'],
  [/Edg(A|iOS)?\//u, 'Edge'],
  [/OPR\//u, 'Opera'],
  [/SamsungBrowser/u, 'Samsung Internet'],
  [/Firefox|FxiOS/u, 'Firefox'],
  [/Chrom(e|ium)|CriOS/u, 'Chrome'],
  [/Safari/u, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux/u, 'Linux'],
];

export function deviceOf(agent: string): { program: string | undefined; system: string | undefined } {
  const named = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1];
  const program = named(PROGRAMS);
  // What is no browser calls itself something short, such as `curl/8.5`.
  return { program: program ?? (agent.split(/[/ ]/u)[0]?.slice(0, 40) || undefined), system: named(SYSTEMS) };
}
