/** What the mini-app is for somebody, by their role: a home, their work, or the panel of who answers for it. */

const LEADS = new Set(['owner', 'admin', 'manager', 'analyst', 'accountant']);

export function titleFor(role: string | null | undefined): string {
  if (!role) return 'miniapp-title-home';
  return LEADS.has(role) ? 'miniapp-title-panel' : 'miniapp-title-work';
}

/** «АС» of Анна Соколова. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase())
    .join('');
}
