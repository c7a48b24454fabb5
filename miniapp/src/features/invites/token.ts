/**
 * The token of an invite whose link was opened. It came behind `#`, which no server sees, and waits here while its
 * person signs in.
 */
const KEPT = 'kontora.invite';

/** Takes the token out of the address, so that it stays in no history. */
export function takeInvite(place: Location = location): void {
  if (!place.pathname.endsWith('/join') || place.hash.length < 2) return;
  sessionStorage.setItem(KEPT, place.hash.slice(1));
  history.replaceState(history.state, '', place.pathname);
}

export function waitingInvite(): string | null {
  return sessionStorage.getItem(KEPT);
}

export function forgetInvite(): void {
  sessionStorage.removeItem(KEPT);
}
