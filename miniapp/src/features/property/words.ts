/** The ids of texts for the codes of the register. */

export const UNIT_KINDS = ['flat', 'commercial', 'parking', 'storage'] as const;
export const ROLES = ['owner', 'family', 'tenant'] as const;
export const RISER_KINDS = ['cold_water', 'hot_water', 'heating', 'sewage', 'electricity'] as const;
export const STATES = ['pending', 'verified', 'expected', 'declined', 'moved_out'] as const;

const dashed = (code: string) => code.replaceAll('_', '-');

export const kindText = (code: string) => `console-unit-kind-${dashed(code)}`;
export const riserText = (code: string) => `console-riser-kind-${dashed(code)}`;
export const roleText = (code: string | null | undefined) => `console-resident-role-${code ?? 'unknown'}`;
export const stateText = (code: string) => `console-resident-state-${dashed(code)}`;

/** The look of a state. */
export function stateLook(code: string): string {
  const looks: Record<string, string> = { verified: 'good', pending: 'warn', declined: 'bad' };
  return looks[code] ?? '';
}

/** «54,3» typed by a person, as square centimetres; null when nothing is said, undefined when it is no number. */
export function areaOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (!text) return null;
  const metres = Number(text);
  return Number.isFinite(metres) && metres > 0 ? Math.round(metres * 10_000) : undefined;
}

/** Square centimetres as somebody types them. */
export function areaText(area: number | null | undefined): string {
  return area ? String(Number((area / 10_000).toFixed(2))).replace('.', ',') : '';
}
