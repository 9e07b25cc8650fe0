import type { Verdict, VerdictResult } from '@tapaamo/contracts';

/**
 * A verdict's word: the same person by identity code is surer than by name, and is called so; one that was compared with a
 * code that is not booked any more says nothing.
 */
export function verdictWord({
  result,
  basis,
  codeChanged,
}: Pick<Verdict, 'result' | 'basis' | 'codeChanged'>):
  VerdictResult | 'same-code' | 'code-changed' {
  if (codeChanged === true) {
    return 'code-changed';
  }
  return result === 'same-person' && basis === 'identity-code' ? 'same-code' : result;
}
