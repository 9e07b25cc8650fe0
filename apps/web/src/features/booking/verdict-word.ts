import { arrivalFindingOf, type Verdict, type VerdictResult } from '@tapaamo/contracts';

/**
 * A verdict's word: the same person by identity code is surer than by name, and is called so, unless the provider told a day
 * of birth that the code contradicts; one that was compared with a code that is not booked any more says nothing.
 */
export function verdictWord(
  verdict: Pick<Verdict, 'result' | 'basis' | 'codeChanged' | 'birthDateDiffers'>,
): VerdictResult | 'same-code' | 'code-changed' | 'birth-date-differs' {
  const finding = arrivalFindingOf(verdict);
  if (finding === 'not-identified') {
    return 'code-changed';
  }
  return finding === 'same-person' && verdict.basis === 'identity-code' ? 'same-code' : finding;
}
