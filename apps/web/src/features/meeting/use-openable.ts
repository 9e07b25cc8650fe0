import { useCallback, useState } from 'react';

/** Something that can be opened and closed. */
export interface Openable {
  open: boolean;
  toggle: () => void;
  close: () => void;
}

/** Holds whether something is open. */
export function useOpenable(): Openable {
  const [open, setOpen] = useState(false);
  const toggle = useCallback(() => setOpen((was) => !was), []);
  const close = useCallback(() => setOpen(false), []);
  return { open, toggle, close };
}
