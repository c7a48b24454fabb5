/** The ids of texts for the codes of requests, and their looks. */
import { isOverdue, type Line, type Request } from './rules';

const dashed = (code: string) => code.replaceAll('_', '-');

export const statusText = (code: string) => `console-request-status-${dashed(code)}`;
export const priorityText = (code: string) => `console-request-priority-${code}`;
export const pauseText = (code: string) => `console-request-pause-${code}`;
export const tagText = (code: string) => `console-request-tag-${code}`;
export const placeText = (code: string) => `console-request-place-${code}`;
export const closingText = (code: string) => `console-request-closing-${dashed(code)}`;
export const verbText = (code: string) => `console-request-do-${code}`;
export const eventText = (kind: string) => `console-event-${dashed(kind)}`;

/** The look of a status. */
export function statusLook(code: string): string {
  const looks: Record<string, string> = {
    new: 'warn',
    returned: 'warn',
    done: 'good',
    closed: 'good',
    declined: 'bad',
  };
  return looks[code] ?? '';
}

export function dueLook(line: Pick<Line, 'status' | 'due_at' | 'stopped_at'>): string {
  return isOverdue(line) ? 'overdue' : '';
}

/** Minor units typed by a person, «85 000» or «85000,50»; null when nothing is said, undefined when it is no sum. */
export function sumOf(typed: string): number | null | undefined {
  const text = typed.replace(/\s/gu, '').replace(',', '.');
  if (!text) return null;
  const sum = Number(text);
  return Number.isFinite(sum) && sum >= 0 ? Math.round(sum * 100) : undefined;
}

/** Minor units as a person reads them: kopecks and tiyins only where there are any. */
export function sumText(minor: number): string {
  const whole = Math.trunc(minor / 100);
  const rest = minor % 100;
  const grouped = String(whole).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, '\u00a0');
  return rest ? `${grouped},${String(rest).padStart(2, '0')}` : grouped;
}

/** Where it is: the address, and the home or what else of the house. */
export function whereOf(request: Request, t: (id: string, args?: Record<string, string | number>) => string): string {
  const { place, address, unit, entrance } = request;
  if (place.kind === 'point') return `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  const home = unit ? t('console-request-unit', { number: unit }) : undefined;
  if (place.kind === 'unit') return [address, home].filter(Boolean).join(', ');
  const part =
    place.kind === 'entrance' && entrance
      ? t('console-entrance-number', { number: entrance })
      : t(placeText(place.kind));
  return [address, part].filter(Boolean).join(', ');
}
