import { useState } from 'react';

/** One press of signing out. */
export interface SignOutPress {
  press: () => void;
  busy: boolean;
  /** Why the session goes on. */
  error: unknown;
}

/** Signs out when the person presses; a failure is said beside the button, because the session goes on then. */
export function useSignOut(signOut: () => Promise<void>): SignOutPress {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const press = () => {
    if (!busy) {
      setBusy(true);
      setError(undefined);
      signOut()
        .catch(setError)
        .finally(() => setBusy(false));
    }
  };
  return { press, busy, error };
}
