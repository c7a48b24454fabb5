/** What is looked for in the log. It stands in the address of the page, so that a view can be sent to a colleague. */

export const FIELDS = ['text', 'kind', 'surface', 'from', 'to'] as const;
export type Field = (typeof FIELDS)[number];
export type Filter = Partial<Record<Field, string>>;

/** The kinds of events that there are words for, in the order of the list. */
export const KINDS = [
  'signed_in',
  'sign_in_failed',
  'sessions_ended',
  'password_changed',
  'password_link_asked',
  'email_confirmed',
  'second_factor_changed',
  'member_added',
  'member_limited',
  'member_removed',
  'member_left',
  'ownership_offered',
  'ownership_withdrawn',
  'ownership_transferred',
  'invite_created',
  'invite_revoked',
  'invite_accepted',
  'role_changed',
  'custom_role_given',
  'custom_role_taken',
  'role_created',
  'role_edited',
  'role_deleted',
  'elements_hidden',
  'team_created',
  'team_edited',
  'team_deleted',
  'calendar_created',
  'calendar_edited',
  'calendar_chosen',
  'calendar_deleted',
  'shift_planned',
  'shift_edited',
  'shift_cancelled',
  'shift_begun',
  'shift_ended',
  'absence_noted',
  'absence_ended',
  'skill_added',
  'skill_renamed',
  'skill_deleted',
  'member_skills_set',
  'assignment_changed',
  'timeouts_changed',
  'request_timed_out',
  'service_account_created',
  'service_account_edited',
  'service_account_secret_rotated',
  'service_account_revoked',
  'service_account_approved',
  'service_approval_used',
  'service_approval_ended',
  'webhook_added',
  'webhook_edited',
  'webhook_secret_rotated',
  'webhook_switched_off',
  'webhook_deleted',
  'viewing_started',
  'viewing_used',
  'viewing_ended',
  'exported',
  'alert_answered',
  'alert_limits_changed',
  'preferences_changed',
  'quiet_hours_changed',
  'org_created',
  'org_edited',
  'org_deleted',
  'org_restored',
  'bot_added',
  'bot_removed',
  'bot_token_changed',
  'staff_chat_linked',
  'staff_chat_lost',
  'resident_joined',
  'resident_listed',
  'resident_unlisted',
  'resident_role_chosen',
  'resident_edited',
  'resident_verified',
  'resident_declined',
  'resident_moved_out',
  'consent_given',
  'register_imported',
  'register_import_undone',
  'property_added',
  'property_edited',
  'property_archived',
  'property_link_renewed',
  'phone_confirmed',
  'language_chosen',
  'person_unreachable',
  'person_returned',
  'request_filed',
  'request_taken',
  'phone_shown',
  'request_completed',
  'request_accepted',
  'request_returned',
  'request_cancelled',
  'request_rated',
  'request_joined',
  'request_assigned',
  'request_offered',
  'request_released',
  'request_freed',
  'request_helped',
  'request_departed',
  'request_arrived',
  'request_paused',
  'request_resumed',
  'request_reopened',
  'request_declined',
  'request_closed',
  'request_merged',
  'request_edited',
  'request_remarked',
  'work_step_toggled',
  'work_photos_added',
  'material_added',
  'material_removed',
  'price_offered',
  'price_answered',
  'incident_suspected',
  'incident_declared',
  'incident_dismissed',
  'incident_accepted',
  'incident_unanswered',
  'incident_told',
  'category_created',
  'category_edited',
  'comment_added',
  'comment_edited',
  'comment_deleted',
] as const;

export const SURFACES = ['bot', 'mini_app', 'console', 'api', 'cli', 'job', 'import', 'automation', 'system'] as const;

export function read(search: URLSearchParams): Filter {
  const said = FIELDS.map((field) => [field, search.get(field)] as const);
  return Object.fromEntries(said.filter(([, value]) => value));
}

/** The filter with another value in one field. */
export function change(filter: Filter, field: Field, value: string): Filter {
  const rest = Object.entries(filter).filter(([name]) => name !== field);
  return Object.fromEntries(value ? [...rest, [field, value]] : rest);
}

/** As the server wants it: a day is all of it, in the reader's own zone. */
export function asked({ from, to, ...rest }: Filter): Filter {
  const begins = (day: string, shift: number) => {
    const [year, month, date] = day.split('-').map(Number);
    return new Date(year!, month! - 1, date! + shift).toISOString();
  };
  return { ...rest, ...(from && { from: begins(from, 0) }), ...(to && { to: begins(to, 1) }) };
}

/** The id of the text for a code. */
export function word(prefix: 'event' | 'surface', code: string, known: readonly string[]): string {
  const name = known.includes(code) ? code.replaceAll('_', '-') : 'other';
  return prefix === 'event' ? `console-event-${name}` : `console-surface-${name}`;
}
