import type { MessagePlaceholder } from '@tapaamo/contracts';

/** What is chosen of a text; a caret when both are the same. */
export interface Chosen {
  from: number;
  to: number;
}

/** Behind these, and before those, a word begins with a space. */
const WORD_BEFORE = /[\p{L}\d.,:;!?}]$/u;
const WORD_AFTER = /^[\p{L}\d{]/u;

/**
 * A text with a place put where the caret is, or instead of what is chosen; and where the caret stands after it. A link
 * touches nothing, or telephones would take the rest for a part of it.
 */
export function withPlace(
  text: string,
  { from, to }: Chosen,
  name: MessagePlaceholder,
): { text: string; caret: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const [touchesBefore, touchesAfter] =
    name === 'link' ? [/\S$/, /^\S/] : [WORD_BEFORE, WORD_AFTER];
  const begun = `${before}${touchesBefore.test(before) ? ' ' : ''}{${name}}`;
  const whole = `${begun}${touchesAfter.test(after) ? ' ' : ''}`;
  return { text: `${whole}${after}`, caret: whole.length };
}
