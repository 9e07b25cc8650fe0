import { useCallback, useEffect, useState } from 'react';
import { startIdentification } from './door-requests.js';

/** Leaves for the identification service. */
export interface Start {
  start: () => void;
  /** On the way; not any more when the person pressed Back and sees the page as they left it. */
  isBusy: boolean;
  /** Why it could not begin. */
  error: unknown;
}

/** Begins an identification in this tab. */
export function useStart(onFailed?: () => void): Start {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const start = useCallback(() => {
    setIsBusy(true);
    startIdentification().then(
      ({ redirectUrl }) => location.assign(redirectUrl),
      (reason: unknown) => {
        setError(reason);
        setIsBusy(false);
        onFailed?.();
      },
    );
  }, [onFailed]);
  useEffect(() => {
    const rest = () => setIsBusy(false);
    addEventListener('pageshow', rest);
    return () => removeEventListener('pageshow', rest);
  }, []);
  return { start, isBusy, error };
}
