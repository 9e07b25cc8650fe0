/** What is chosen on a device. */
type ChoiceName = 'view' | 'shortcuts' | 'sound' | 'notices';

/** A choice about how pages look and sound, kept on this device; it says nothing about anybody. */
export function keptChoice(name: ChoiceName): string | null {
  try {
    return localStorage.getItem(`tapaamo-bookings-${name}`);
  } catch {
    // Storage can be closed by the browser's privacy settings; the choice then lasts for this page only.
    return null;
  }
}

/** Keeps a choice on this device. */
export function keepChoice(name: ChoiceName, choice: string): void {
  try {
    localStorage.setItem(`tapaamo-bookings-${name}`, choice);
  } catch {
    // See above.
  }
}
