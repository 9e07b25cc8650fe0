/** A choice about how the page looks, kept on this device; it says nothing about anybody. */
export function keptChoice(name: 'view' | 'shortcuts'): string | null {
  try {
    return localStorage.getItem(`tapaamo-bookings-${name}`);
  } catch {
    // Storage can be closed by the browser's privacy settings; the choice then lasts for this page only.
    return null;
  }
}

/** Keeps a choice on this device. */
export function keepChoice(name: 'view' | 'shortcuts', choice: string): void {
  try {
    localStorage.setItem(`tapaamo-bookings-${name}`, choice);
  } catch {
    // See above.
  }
}
