const STORED_AS = 'tapaamo-in-meeting';

/** Whether this tab was in the visit's meeting before it was reloaded: then it goes straight back. */
export function wasInMeeting(visitId: string): boolean {
  try {
    return sessionStorage.getItem(STORED_AS) === visitId;
  } catch {
    return false;
  }
}

/** Keeps for this tab whether it is in the visit's meeting. */
export function rememberInMeeting(visitId: string, inMeeting: boolean): void {
  try {
    if (inMeeting) {
      sessionStorage.setItem(STORED_AS, visitId);
    } else {
      sessionStorage.removeItem(STORED_AS);
    }
  } catch {
    // Storage can be closed by the browser's settings; then joining again takes one press.
  }
}
