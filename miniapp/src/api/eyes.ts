/**
 * Seeing with a member's eyes: every request carries the id of the viewing, and the server answers as it would answer
 * that member, read only. Kept for the tab, so that a reload goes on looking.
 */
const KEPT = 'kontora.eyes';

/** The id to send as `X-View-As`. */
export function eyes(): string | null {
  return globalThis.sessionStorage?.getItem(KEPT) ?? null;
}

export function lookThrough(viewing: string): void {
  sessionStorage.setItem(KEPT, viewing);
}

export function lookOneself(): void {
  globalThis.sessionStorage?.removeItem(KEPT);
}
