import { useEffect, useRef, type RefObject } from 'react';

/** A visit as it was drawn. */
interface Drawn {
  el: HTMLElement;
  event: { id: string };
}

/**
 * Keeps the focus on a visit that is drawn anew because something changed: without it the keyboard would begin again at
 * the top of the page.
 */
export function useKeptFocus(): {
  box: RefObject<HTMLDivElement | null>;
  onMount: (drawn: Drawn) => void;
} {
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef<string>(undefined);
  useEffect(() => {
    const element = box.current;
    const enter = ({ target }: FocusEvent) => {
      focused.current = (target as HTMLElement).dataset.visit;
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      // What is taken away while it has the focus leaves for nowhere.
      if (relatedTarget !== null) {
        focused.current = undefined;
      }
    };
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
    };
  }, []);
  const onMount = ({ el, event }: Drawn) => {
    el.dataset.visit = event.id;
    el.dataset.testid = `visit-${event.id}`;
    if (event.id !== '' && event.id === focused.current && hasNoFocus()) {
      el.focus({ preventScroll: true });
    }
  };
  return { box, onMount };
}

function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
