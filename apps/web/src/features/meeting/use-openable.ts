import { useCallback, useRef, useState } from 'react';

/** Something that can be opened and closed. */
export interface Openable {
  open: boolean;
  toggle: () => void;
  /** Closes it from within: the focus goes back to what opened it. */
  close: () => void;
  /** Told of the button that opens it. */
  keepOpener: (button: HTMLButtonElement | null) => void;
}

/** Holds whether something is open. */
export function useOpenable(): Openable {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keepOpener = useCallback((button: HTMLButtonElement | null) => {
    opener.current = button;
  }, []);
  const toggle = useCallback(() => setOpen((was) => !was), []);
  const close = useCallback(() => {
    setOpen(false);
    opener.current?.focus();
  }, []);
  return { open, toggle, close, keepOpener };
}
