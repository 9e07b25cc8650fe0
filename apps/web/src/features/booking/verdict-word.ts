import { arrivalFindingOf, type Verdict, type VerdictResult } from '@tapaamo/contracts';

/** What of a verdict its word is chosen by. */
type Compared = Pick<Verdict, 'result' | 'basis' | 'codeChanged' | 'birthDateDiffers'>;

type VerdictWord = VerdictResult | 'same-code' | 'code-changed' | 'birth-date-differs';

/**
 * A verdict's word: the same person by identity code is surer than by name, and is called so, unless the provider told a day
 * of birth that the code contradicts; one that was compared with a code that is not booked any more says nothing.
 */
export function verdictWord(verdict: Compared): VerdictWord {
  const finding = arrivalFindingOf(verdict);
  if (finding === 'not-identified') {
    return 'code-changed';
  }
  return finding === 'same-person' && verdict.basis === 'identity-code' ? 'same-code' : finding;
}

/**
 * Which advice a verdict is shown with. Where an identity code decided, the name tells more: with another code and the same
 * name the code may have been typed wrong, and with another name it is somebody else.
 */
export function verdictAdvice(
  verdict: Compared & Pick<Verdict, 'nameDiffers'>,
): VerdictWord | 'same-code-other-name' | 'different-code-and-name' {
  const word = verdictWord(verdict);
  if (verdict.nameDiffers && word === 'same-code') {
    return 'same-code-other-name';
  }
  return verdict.nameDiffers && word === 'different-code' ? 'different-code-and-name' : word;
}
