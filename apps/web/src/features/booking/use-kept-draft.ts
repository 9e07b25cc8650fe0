import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../sign-in/index.js';
import type { BookingValues } from './booking-values.js';

/** What was written when a session ended. In the page's memory only, and only for who wrote it. */
let draft: { writtenBy: string; values: BookingValues } | undefined;

/**
 * Keeps what was written over a session that ended: the page leads to sign in (`staff-app.tsx`) and back,
 * and the person finds it as it was.
 *
 * @returns What was kept earlier, and the way to keep the present values.
 */
export function useKeptDraft(): [BookingValues | undefined, (values: BookingValues) => void] {
  const own = useMe().data?.id;
  const [kept] = useState(() => (draft?.writtenBy === own ? draft?.values : undefined));
  useEffect(() => {
    draft = undefined;
  }, []);
  const keep = useCallback(
    (values: BookingValues) => {
      draft = own === undefined ? undefined : { writtenBy: own, values };
    },
    [own],
  );
  return [kept, keep];
}
