/** The hours of a calendar, as a form has them. */

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

export interface Interval {
  from: string;
  to: string;
}

export type Week = { [day in Day]?: Interval[] | undefined };

export interface Exception {
  date: string;
  hours?: Interval[] | undefined;
  note?: string | null | undefined;
}

const USUAL: Interval = { from: '09:00', to: '18:00' };
const WHOLE: Interval = { from: '00:00', to: '24:00' };

/** With one more stretch of work on this day: the usual one, then one that begins where the last ended. */
export function added(hours: readonly Interval[]): Interval[] {
  const last = hours.at(-1);
  return [...hours, last ? { from: last.to === '24:00' ? '00:00' : last.to, to: '24:00' } : USUAL];
}

/** With another beginning or end of one stretch. */
export function changed(hours: readonly Interval[], at: number, part: keyof Interval, time: string): Interval[] {
  return hours.map((interval, index) => (index === at ? { ...interval, [part]: time } : interval));
}

/** Without one stretch. */
export function removed(hours: readonly Interval[], at: number): Interval[] {
  return hours.filter((_, index) => index !== at);
}

/** Whether it is day and night, the whole week. */
export function isAlways(week: Week): boolean {
  return DAYS.every((day) => {
    const hours = week[day] ?? [];
    return hours.length === 1 && hours[0]!.from === WHOLE.from && hours[0]!.to === WHOLE.to;
  });
}

/** `09:00–13:00, 14:00–18:00` */
export function shown(hours: readonly Interval[]): string {
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/** Days with the same hours together, as people say it: from Monday to Friday the same. */
export function grouped(week: Week): { first: Day; last: Day; hours: Interval[] }[] {
  const groups: { first: Day; last: Day; hours: Interval[] }[] = [];
  for (const day of DAYS) {
    const hours = week[day] ?? [];
    const last = groups.at(-1);
    if (last && shown(last.hours) === shown(hours)) last.last = day;
    else groups.push({ first: day, last: day, hours });
  }
  return groups.filter(({ hours }) => hours.length > 0);
}

/** The dates in order, without those that are named twice: the later entry counts. */
export function inOrder(exceptions: readonly Exception[]): Exception[] {
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception]));
  return [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date));
}
