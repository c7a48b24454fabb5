/** Times of the roster, as its forms have them: the browser's own clock. */

/** From Monday to the next, so many weeks from this one. */
export function weekFrom(today: Date, weeks: number): { from: string; to: string } {
  const monday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - ((today.getDay() + 6) % 7));
  const at = (days: number) => new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + days).toISOString();
  return { from: at(weeks * 7), to: at(weeks * 7 + 7) };
}

/** What an input of date and time holds, as an instant. */
export function instant(local: string): string {
  return new Date(local).toISOString();
}
