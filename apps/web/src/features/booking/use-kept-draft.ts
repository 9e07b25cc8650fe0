import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../sign-in/index.js';
import { withoutCodes, type BookingValues } from './booking-values.js';

/**
 * What the form begins with: what was written when a session ended, or a booking that is copied. In the page's memory
 * only, only for who wrote it, and without identity codes.
 */
let draft: { writtenBy: string; values: BookingValues } | undefined;

/** The way to keep values for the form that opens next. */
export function useKeepDraft(): (values: BookingValues) => void {
  const own = useMe().data?.id;
  return useCallback(
    (values: BookingValues) => {
      draft = own === undefined ? undefined : { writtenBy: own, values: withoutCodes(values) };
    },
    [own],
  );
}

/**
 * Takes what was kept. So what was written survives a session that ended: the page leads to sign in (`staff-app.tsx`)
 * and back, and the person finds it as it was.
 */
export function useKeptDraft(): BookingValues | undefined {
  const own = useMe().data?.id;
  const [kept] = useState(() => (draft?.writtenBy === own ? draft?.values : undefined));
  useEffect(() => {
    draft = undefined;
  }, []);
  return kept;
}
