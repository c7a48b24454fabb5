/** What a role grants, written as `requests.read:team` by the server and chosen per permission on the screen. */

/** Permission → scope. */
export type Chosen = ReadonlyMap<string, string>;

export function read(grants: readonly string[]): Chosen {
  return new Map(
    grants.map((grant) => {
      const [permission = '', scope = 'all'] = grant.split(':');
      return [permission, scope];
    }),
  );
}

export function written(chosen: Chosen): string[] {
  return [...chosen].map(([permission, scope]) => `${permission}:${scope}`).sort();
}

/** With another scope for a permission; without the permission when there is none. */
export function choose(chosen: Chosen, permission: string, scope: string): Chosen {
  const next = new Map(chosen);
  if (scope) next.set(permission, scope);
  else next.delete(permission);
  return next;
}

/** Things by what they are about, in the order in which they come. */
export function byResource<T extends { resource: string }>(permissions: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const permission of permissions) {
    groups.set(permission.resource, [...(groups.get(permission.resource) ?? []), permission]);
  }
  return [...groups];
}

/** The id of a word of `access.ftl`. */
export function word(kind: 'resource' | 'action' | 'role' | 'scope', code: string): string {
  return `access-${kind}-${code.replaceAll('_', '-')}`;
}

/** «Заявки: просмотр», in the language of the page: the server speaks that of the account. */
export function permissionText(t: (id: string, args?: Record<string, string>) => string, code: string): string {
  const [resource = '', action = ''] = code.split('.');
  return t('access-permission', { resource: t(word('resource', resource)), action: t(word('action', action)) });
}
