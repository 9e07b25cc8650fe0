import { VISIT_CODE_PATH } from '@tapaamo/contracts';

/** What the address of a door page says. */
export type LinkReading =
  { kind: 'secret'; secret: string } | { kind: 'broken' } | { kind: 'none' };

/**
 * Reads the secret out of the address's fragment. Message apps sometimes swallow a full stop or a bracket into a link;
 * such a tail is harmless. A shorter or longer secret means that the link was cut or two were glued together.
 *
 * @param fragment - `location.hash`, with or without `#`.
 */
export function readLink(fragment: string): LinkReading {
  const text = fragment.replace(/^#/, '');
  if (text === '') {
    return { kind: 'none' };
  }
  const secret = /^([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(text)?.[1];
  return secret === undefined ? { kind: 'broken' } : { kind: 'secret', secret };
}

/** Whether an address is the one where a visit code is typed. @param path - `location.pathname`. */
export function isCodePage(path: string): boolean {
  return path.replace(/\/$/, '').toLowerCase() === VISIT_CODE_PATH;
}

/** What somebody typed or pasted where a visit code belongs. */
export type CodeReading = { kind: 'code'; code: string } | { kind: 'secret'; secret: string };

/** Reads a code out of what was typed: with the address before it, as it stands on paper, or a whole link instead. */
export function readTypedCode(typed: string): CodeReading {
  const secret = /\/v#([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(typed)?.[1];
  return secret === undefined
    ? { kind: 'code', code: typed.replace(/^.*\/k(?![\w-])[/\s.,:;–-]*/is, '').trim() }
    : { kind: 'secret', secret };
}
