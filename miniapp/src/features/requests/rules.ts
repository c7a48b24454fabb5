/**
 * What somebody may do with a request: the table of the server's verbs, and whose each verb is. The server decides all
 * the same; this only keeps buttons away that it would refuse. A test holds the table equal to the server's.
 */
import type { components } from '../../api/schema';

export type Request = components['schemas']['Request'];
export type Line = components['schemas']['RequestLine'];

export const STATUSES = [
  'new',
  'assigned',
  'accepted',
  'on_the_way',
  'in_progress',
  'paused',
  'done',
  'returned',
  'closed',
  'cancelled',
  'declined',
] as const;
export const PRIORITIES = ['emergency', 'high', 'normal', 'low'] as const;
export const PAUSES = ['part', 'access', 'contractor', 'resident', 'other'] as const;
export const TAGS = ['fast', 'clean', 'polite', 'expensive'] as const;

const ENDED = ['closed', 'cancelled', 'declined'];
const AT_WORK = ['accepted', 'on_the_way', 'in_progress', 'paused'];

export const isOpen = (status: string): boolean => !ENDED.includes(status);
export const isAtWork = (status: string): boolean => AT_WORK.includes(status);

/** Verb → where it can be done from. */
export const FROM = {
  assign: ['new', 'assigned', 'accepted', 'on_the_way', 'in_progress', 'paused', 'returned'],
  take: ['new', 'assigned', 'returned'],
  release: ['assigned', 'accepted', 'on_the_way', 'in_progress', 'paused'],
  depart: ['accepted'],
  arrive: ['accepted', 'on_the_way'],
  pause: ['accepted', 'on_the_way', 'in_progress'],
  resume: ['paused'],
  complete: ['accepted', 'on_the_way', 'in_progress'],
  accept: ['done'],
  return: ['done'],
  reopen: ['closed'],
  cancel: ['new', 'assigned', 'accepted', 'on_the_way', 'in_progress', 'paused', 'returned'],
  decline: ['new', 'assigned', 'accepted', 'paused', 'returned'],
  close: STATUSES.filter(isOpen),
} as const satisfies Record<string, readonly string[]>;

export type Verb = keyof typeof FROM | 'help' | 'merge' | 'edit' | 'rate';

/** Who looks: their person and membership here, and what they are granted, by scope. */
export interface Eyes {
  person: string;
  member: string | undefined;
  granted: Readonly<Record<string, string>>;
}

/** Whether a grant reaches this request for the org's work; what one filed oneself is not thereby one's to work on. */
export function reaches(eyes: Eyes, request: Request, permission: string): boolean {
  const scope = eyes.granted[permission];
  if (!scope || scope === 'own') return false;
  return scope !== 'assigned' || has(eyes, request);
}

/** Whether they have it, or help. */
export function has({ member }: Eyes, { assignee_id, helper_ids }: Request): boolean {
  return member !== undefined && (assignee_id === member || helper_ids.includes(member));
}

export const isMine = (eyes: Eyes, { reporter_id }: Request): boolean => reporter_id === eyes.person;

/** What they may do with it now, the likeliest first. */
export function verbs(eyes: Eyes, request: Request, now = Date.now()): Verb[] {
  const { status, assignee_id } = request;
  const found: Verb[] = [];
  const stands = (verb: keyof typeof FROM) => (FROM[verb] as readonly string[]).includes(status);
  const add = (verb: Verb, isTheirs: boolean) => {
    if (isTheirs && (!(verb in FROM) || stands(verb as keyof typeof FROM))) found.push(verb);
  };
  const resident = isMine(eyes, request) && 'requests.accept' in eyes.granted;
  const works = reaches(eyes, request, 'requests.complete');
  const directs = reaches(eyes, request, 'requests.assign');
  const canTake = eyes.member !== undefined && 'requests.take' in eyes.granted;
  const isFree = !assignee_id || status === 'returned' || assignee_id === eyes.member;

  add('accept', resident);
  add('return', resident);
  if (status === 'closed' && request.closing === 'accepted' && !request.rating) add('rate', resident);
  add('take', canTake && isFree);
  if (directs && ['new', 'returned'].includes(status)) add('assign', true);
  add('arrive', works && status === 'on_the_way');
  add('depart', works);
  add('resume', works);
  add('complete', works);
  add('arrive', works && status !== 'on_the_way');
  add('pause', works);
  if (!['new', 'returned'].includes(status)) add('assign', directs);
  add('release', works && assignee_id === eyes.member);
  if (isAtWork(status)) add('help', canTake && !has(eyes, request));
  if (isOpen(status)) add('edit', reaches(eyes, request, 'requests.update'));
  if (isOpen(status)) add('merge', directs);
  if (request.reopenable_until && Date.parse(request.reopenable_until) > now) add('reopen', resident);
  add('cancel', resident);
  add('decline', directs);
  add('close', directs);
  return found;
}

/** How far it has come, of five; an ended one that was never done has no bar. */
export function progress(status: string): number | undefined {
  const steps: Record<string, number> = {
    new: 1,
    returned: 1,
    assigned: 2,
    accepted: 2,
    on_the_way: 3,
    in_progress: 4,
    paused: 4,
    done: 5,
    closed: 5,
  };
  return steps[status];
}

/** Whether it should be done by now. */
export function isOverdue(
  { status, due_at, stopped_at }: Pick<Line, 'status' | 'due_at' | 'stopped_at'>,
  now = Date.now(),
): boolean {
  return isOpen(status) && status !== 'done' && !stopped_at && !!due_at && Date.parse(due_at) < now;
}
