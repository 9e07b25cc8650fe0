import type { MessagePlaceholder } from '@tapaamo/contracts';
import { useLayoutEffect, useRef } from 'react';
import { withPlace } from './with-place.js';

/**
 * Puts places into the textarea inside `area` where its caret is, or at the end for who has not been there. The caret
 * stands behind the place then, ready to write on.
 */
export function usePlaceInsertion(text: string, write: (text: string) => void) {
  const area = useRef<HTMLDivElement>(null);
  const hasCaret = useRef(false);
  const nextCaret = useRef<number | undefined>(undefined);
  const field = () => area.current?.querySelector('textarea');
  useLayoutEffect(() => {
    const caret = nextCaret.current;
    if (caret !== undefined) {
      nextCaret.current = undefined;
      field()?.focus();
      field()?.setSelectionRange(caret, caret);
    }
  }, [text]);
  const insert = (name: MessagePlaceholder) => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } =
      (hasCaret.current ? field() : undefined) ?? {};
    const put = withPlace(text, { from, to }, name);
    nextCaret.current = put.caret;
    write(put.text);
  };
  const onFocus = () => {
    hasCaret.current = true;
  };
  return { area, insert, onFocus };
}
