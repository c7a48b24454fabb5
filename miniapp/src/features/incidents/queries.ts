/** What screens of incidents ask, and the words for their codes. */
import { useQueryClient } from '@tanstack/react-query';

import { api } from '../../api/client';
import type { components } from '../../api/schema';

export type Line = components['schemas']['IncidentLine'];
export type Incident = components['schemas']['Incident'];

export const STAGES = ['searching', 'crew', 'repairing', 'restoring'] as const;

/** How often what is open is asked again, in milliseconds: others work on it too. */
const AGAIN = 15_000;

export const stateText = (code: string) => `console-incident-state-${code}`;
export const stageText = (code: string) => `console-incident-stage-${code}`;

/** The look of where it stands. */
export function stateLook(state: string): string {
  return { suspected: 'warn', declared: 'bad', over: 'good' }[state] ?? '';
}

export const incidentQuery = (id: string) => ({
  refetchInterval: AGAIN,
  queryKey: ['incidents', 'one', id],
  queryFn: async () => (await api.GET('/api/v1/incidents/{id}', { params: { path: { id } } })).data!,
});

export const openIncidents = {
  refetchInterval: AGAIN,
  queryKey: ['incidents', 'open'],
  queryFn: async () =>
    (await api.GET('/api/v1/incidents', { params: { query: { open: true, limit: 20 } } })).data!.items,
};

/** Where it is, in words. */
export function placeOf(line: Line, t: (id: string, args?: Record<string, string | number>) => string): string {
  const part = line.entrance
    ? t('console-entrance-number', { number: line.entrance })
    : (line.riser ?? t('console-incident-whole-building'));
  return `${line.address} · ${part}`;
}

/** Asks again for everything about incidents and requests: somebody has done something. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['incidents'] });
    await queries.invalidateQueries({ queryKey: ['requests'] });
  };
}
