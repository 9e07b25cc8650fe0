import { hetuBirthDate, isHetu, tidyHetu } from '@tapaamo/contracts';
import { HetuArtificialError, HetuInvalidError } from './booking.errors.js';

/** What an identity code is held against besides its own form. */
export interface HetuRules {
  /** Local day: nobody is born after it. */
  today: string;
  /** Whether codes that the population register gives nobody are taken: on machines for trying things out only. */
  isArtificialAllowed: boolean;
}

/**
 * The code that was typed, in the form in which codes are compared.
 *
 * @param field - Of the request.
 * @throws HetuInvalidError (`field.hetu-invalid`), HetuArtificialError (`field.hetu-artificial`)
 */
export function typedHetu(
  typed: string | undefined,
  field: string,
  { today, isArtificialAllowed }: HetuRules,
): string | null {
  if (typed === undefined) {
    return null;
  }
  const hetu = tidyHetu(typed);
  const bornOn = hetuBirthDate(hetu);
  if (!isHetu(hetu, { isArtificialAllowed: true }) || bornOn === null || bornOn > today) {
    throw new HetuInvalidError(field);
  }
  if (!isHetu(hetu, { isArtificialAllowed })) {
    throw new HetuArtificialError(field);
  }
  return hetu;
}
