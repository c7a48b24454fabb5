/** What a list of requests is narrowed to. It is kept in the address: a link and «back» show the same list. */

export interface Filter {
  q: string;
  status: string;
  priority: string;
  category: string;
  building: string;
  /** `me`, `none`, or a member. */
  assignee: string;
  /** The first and the last day, `2026-11-21`. */
  from: string;
  to: string;
  overdue: boolean;
}

const WORDS = ['q', 'status', 'priority', 'category', 'building', 'assignee', 'from', 'to'] as const;

export function read(params: URLSearchParams): Filter {
  const words = Object.fromEntries(WORDS.map((name) => [name, params.get(name) ?? ''])) as Record<
    (typeof WORDS)[number],
    string
  >;
  return { ...words, overdue: params.has('overdue') };
}

/** With something else in it; an empty value takes it away. */
export function change(params: URLSearchParams, changes: Partial<Filter>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === true) next.set(name, '1');
    else if (value) next.set(name, String(value));
    else next.delete(name);
  }
  return next;
}

export const isNarrowed = (filter: Filter): boolean => filter.overdue || WORDS.some((name) => filter[name] !== '');

/** As the server is asked. `open` is every status in which the work has not ended; so is what is not said. */
export function asked(filter: Filter, member: string | undefined) {
  const { q, status, priority, category, building, assignee, from, to, overdue } = filter;
  return {
    ...(q && { q }),
    ...(status === '' || status === 'open' ? { open: true } : status !== 'any' && { status }),
    ...(priority && { priority }),
    ...(category && { category_id: category }),
    ...(building && { building_id: building }),
    ...(assignee === 'none' && { unassigned: true }),
    ...(assignee === 'me' && member && { assignee_id: member }),
    ...(assignee && !['me', 'none'].includes(assignee) && { assignee_id: assignee }),
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
    ...(overdue && { overdue: true }),
  };
}

/** The beginning of a day where the reader is, or of one some days later. */
export function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
