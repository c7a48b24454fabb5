/** The text of a role's name. */
export function roleText(code: string): string {
  return `access-role-${code.replaceAll('_', '-')}`;
}
