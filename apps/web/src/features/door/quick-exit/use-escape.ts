import { useEffect } from 'react';
import { EscapePresses } from './escape-presses.js';

/** Does something when Escape is pressed three times in a row. A dialog that is open has its Escape to itself. */
export function useThreeEscapes(act: () => void): void {
  useEffect(() => {
    const presses = new EscapePresses();
    const onKey = (event: KeyboardEvent) => {
      const counts = event.key === 'Escape' && !event.repeat && !event.isComposing;
      if (counts && document.querySelector('dialog[open], [role="dialog"]') === null) {
        if (presses.press(event.timeStamp)) {
          act();
        }
      }
    };
    // Before anybody else hears of it: a dialog that this press closes would be gone already.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [act]);
}
