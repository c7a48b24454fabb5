/** The time that a report covers, as two days of the reader. */

export interface Period {
  /** The first day, `2026-11-01`. */
  since: string;
  /** The last day. */
  until: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** How many days are shown to begin with. */
const DAYS = 30;

/** The days up to today. */
export function latest(now = new Date()): Period {
  return { since: day(new Date(now.getTime() - (DAYS - 1) * DAY)), until: day(now) };
}

/** The moments between which it happened: from the beginning of the first day to the end of the last. */
export function moments({ since, until }: Period): { from: string; to: string } {
  const end = midnight(until);
  end.setDate(end.getDate() + 1);
  return { from: midnight(since).toISOString(), to: end.toISOString() };
}

function midnight(date: string): Date {
  return new Date(`${date}T00:00:00`);
}

function day(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
