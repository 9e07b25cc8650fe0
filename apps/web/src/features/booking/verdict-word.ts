import type { Verdict, VerdictResult } from '@tapaamo/contracts';

/** A verdict's word: the same person by identity code is surer than by name, and is called so. */
export function verdictWord({
  result,
  basis,
}: Pick<Verdict, 'result' | 'basis'>): VerdictResult | 'same-code' {
  return result === 'same-person' && basis === 'identity-code' ? 'same-code' : result;
}
