/** A category as it is typed: numbers and lists are words until they are sent. */
import type { Category } from '../../api/categories';

export const PLACES = ['unit', 'entrance', 'yard'] as const;
export const PRIORITIES = ['low', 'normal', 'high', 'emergency'] as const;

export interface Draft {
  ru: string;
  uz: string;
  en: string;
  icon: string;
  places: readonly string[];
  priority: string;
  respond: string;
  resolve: string;
  skill: string;
  photoBefore: boolean;
  photoAfter: boolean;
  shared: boolean;
  /** A step a line. */
  checklist: string;
  /** With commas between them. */
  keywords: string;
}

/** A new one; a problem begins with what its kind says. */
export function blank(kind?: Category): Draft {
  return {
    ru: '',
    uz: '',
    en: '',
    icon: kind?.icon ?? '🛠',
    places: kind?.places ?? ['unit', 'entrance', 'yard'],
    priority: kind?.priority ?? 'normal',
    respond: '',
    resolve: '',
    skill: '',
    photoBefore: false,
    photoAfter: false,
    shared: false,
    checklist: '',
    keywords: '',
  };
}

const minutesText = (minutes: number | null | undefined) => (minutes == null ? '' : String(minutes));

export function draftOf(category: Category): Draft {
  return {
    ...category.names,
    icon: category.icon,
    places: category.places,
    priority: category.priority,
    respond: minutesText(category.respond_minutes),
    resolve: minutesText(category.resolve_minutes),
    skill: category.skill ?? '',
    photoBefore: category.photo_before,
    photoAfter: category.photo_after,
    shared: category.shared,
    checklist: category.checklist.join('\n'),
    keywords: category.keywords.map((word) => word.replaceAll('_', ' ')).join(', '),
  };
}

const parts = (typed: string, between: RegExp) =>
  typed
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);

const minutes = (typed: string) => (typed.trim() ? Number(typed) : null);

/** As it is sent. In a keyword a space is `_`. */
export function bodyOf(draft: Draft) {
  return {
    names: { ru: draft.ru.trim(), uz: draft.uz.trim(), en: draft.en.trim() },
    icon: draft.icon.trim(),
    places: [...draft.places],
    priority: draft.priority,
    respond_minutes: minutes(draft.respond),
    resolve_minutes: minutes(draft.resolve),
    skill: draft.skill.trim() || null,
    photo_before: draft.photoBefore,
    photo_after: draft.photoAfter,
    shared: draft.shared,
    checklist: parts(draft.checklist, /\n/u),
    keywords: parts(draft.keywords, /[,\n]/u).map((word) => word.replace(/\s+/gu, '_')),
  };
}

/** 90 minutes as `1:30`; what is not said is as the kind has it. */
export function hours(count: number | null | undefined): string | undefined {
  if (count == null) return undefined;
  return `${Math.floor(count / 60)}:${String(count % 60).padStart(2, '0')}`;
}
