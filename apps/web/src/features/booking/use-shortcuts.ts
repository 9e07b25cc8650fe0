import { useLayoutEffect, useRef } from 'react';
import { isTyping } from '../../ui/is-typing.js';

/** What keys do, by the key as the browser names it: a small letter, `?` or an arrow. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Lets single keys work on a page, except while the person is writing or has a dialog before them. They work from the
 * instant on at which the page is seen: what is pressed at once is not lost.
 *
 * @param isOn - Single letters hinder who speaks to their computer: whoever wishes turns them off (WCAG 2.1.4).
 */
export function useShortcuts(shortcuts: Shortcuts, isOn: boolean): void {
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (isOn && act !== undefined && isPlain(event)) {
        event.preventDefault();
        act();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
}

function isPlain({ ctrlKey, metaKey, altKey, target, defaultPrevented }: KeyboardEvent): boolean {
  const isBusy = document.querySelector('dialog[open]') !== null || isTyping(target);
  return !ctrlKey && !metaKey && !altKey && !defaultPrevented && !isBusy;
}
