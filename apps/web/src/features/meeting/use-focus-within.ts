import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to a panel that was just opened: it stands before its button, where nobody would look for it by Tab. */
export function useFocusWithin(): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return panel;
}
