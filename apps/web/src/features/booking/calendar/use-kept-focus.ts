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
      // What is taken away while it has the focus leaves for nowhere; what is asked in a dialog leads back to it.
      if (relatedTarget !== null && !isInDialog(relatedTarget)) {
        focused.current = undefined;
      }
    };
    const point = ({ target }: PointerEvent) => {
      if (!isInDialog(target)) {
        focused.current = undefined;
      }
    };
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    document.addEventListener('pointerdown', point, true);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
      document.removeEventListener('pointerdown', point, true);
    };
  }, []);
  // Drawn anew while a dialog was open, it was not there to get the focus back.
  useEffect(() => {
    if (focused.current !== undefined && hasNoFocus()) {
      box.current
        ?.querySelector<HTMLElement>(`[data-visit="${focused.current}"]`)
        ?.focus({ preventScroll: true });
    }
  });
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

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}
