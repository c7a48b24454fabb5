/** When an org works, day by day, as a form has it. */

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

export interface Hours {
  from: string;
  to: string;
}

export type Week = { [day in Day]?: Hours | null | undefined };

const USUAL: Hours = { from: '09:00', to: '18:00' };

/** With a day switched on, as the day before it or as usual, or off. */
export function toggled(week: Week, day: Day): Week {
  if (week[day]) return without(week, day);
  const before = DAYS.slice(0, DAYS.indexOf(day)).reverse();
  const like = before.map((earlier) => week[earlier]).find((hours) => hours);
  return { ...week, [day]: like ?? USUAL };
}

/** With another beginning or end of a day. */
export function changed(week: Week, day: Day, part: keyof Hours, time: string): Week {
  return { ...week, [day]: { ...(week[day] ?? USUAL), [part]: time } };
}

/** What is sent: every day, without hours on a day off. */
export function written(week: Week): Record<Day, Hours | null> {
  const { mon = null, tue = null, wed = null, thu = null, fri = null, sat = null, sun = null } = week;
  return { mon, tue, wed, thu, fri, sat, sun };
}

function without(week: Week, day: Day): Week {
  return Object.fromEntries(Object.entries(week).filter(([name]) => name !== day));
}
