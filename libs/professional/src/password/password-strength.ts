import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as finnish from '@zxcvbn-ts/language-fi';

/** Least score (0 to 4) that is taken: at least 10^8 guesses, which nobody gets through our limits. */
const LEAST_SCORE = 3;

/** What is estimated: a long password is no weaker for what follows, and estimating takes time. */
const ESTIMATED_LENGTH = 100;

/**
 * Whether a password is common or made by a pattern that guessers try: words and names of several languages, keyboards,
 * dates, repetition. Works without any service.
 */
export class PasswordStrength {
  #estimator?: ZxcvbnFactory;

  isEasyToGuess(password: string): boolean {
    this.#estimator ??= new ZxcvbnFactory({
      graphs: common.adjacencyGraphs,
      dictionary: { ...common.dictionary, ...english.dictionary, ...finnish.dictionary },
    });
    return this.#estimator.check(password.slice(0, ESTIMATED_LENGTH)).score < LEAST_SCORE;
  }
}
