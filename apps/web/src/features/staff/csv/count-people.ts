const QUOTE = 34;
const NEW_LINE = 10;

/** Space, tab, return, semicolon, comma: a line of nothing else is empty. */
const EMPTY: ReadonlySet<number> = new Set([32, 9, 13, 59, 44]);

/**
 * How many people a list has, without its header, counted in one pass before anything is made of them: a list of 100 000
 * is refused while the page stays alive. A line break in quotes belongs to its cell.
 */
export function countPeople(text: string): number {
  let lines = 0;
  let isQuoted = false;
  let isEmpty = true;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === NEW_LINE && !isQuoted) {
      lines += isEmpty ? 0 : 1;
      isEmpty = true;
    } else if (!EMPTY.has(sign)) {
      isQuoted = sign === QUOTE ? !isQuoted : isQuoted;
      isEmpty = false;
    }
  }
  return Math.max(0, lines + (isEmpty ? 0 : 1) - 1);
}
