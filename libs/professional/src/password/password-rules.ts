import { BreachedPasswords } from './breached-passwords.js';
import { PasswordStrength } from './password-strength.js';
import {
  PasswordBreachedError,
  PasswordEasyToGuessError,
  PasswordPersonalError,
  PasswordTooShortError,
} from './password.errors.js';

/** Least length in characters; the longest is what a request may carry (contracts). */
export const PASSWORD_LEAST_LENGTH = 12;

/** Words shorter than this are in many passwords by chance. */
const PERSONAL_LEAST_LENGTH = 4;

const PRODUCT = 'tapaamo';

/** What must not stand in a person's password. */
export interface PasswordOwner {
  displayName: string;
  email: string;
  /** Names of their organisation in every language. */
  organisationNames: readonly string[];
}

/**
 * What a password of staff must be (NIST SP 800-63B-4, 3.1.1.2): long, not known from breaches, not easy to guess, not
 * about its owner. No rule asks for kinds of characters, and none for a change from time to time.
 */
export class PasswordRules {
  readonly #breached: BreachedPasswords;
  readonly #strength = new PasswordStrength();

  /** @param breachedPasswordsFile - Path of a list of breached passwords; empty when there is none. */
  constructor(breachedPasswordsFile: string) {
    this.#breached = new BreachedPasswords(breachedPasswordsFile);
  }

  /**
   * @throws PasswordTooShortError, PasswordPersonalError, PasswordEasyToGuessError, PasswordBreachedError: the first
   *   that is true, so that the person reads one clear sentence.
   */
  async check(password: string, owner: PasswordOwner): Promise<void> {
    const plain = password.normalize('NFKC');
    if ([...plain].length < PASSWORD_LEAST_LENGTH) {
      throw new PasswordTooShortError();
    }
    const lower = plain.toLowerCase();
    if (personalWords(owner).some((word) => lower.includes(word))) {
      throw new PasswordPersonalError();
    }
    if (this.#strength.isEasyToGuess(plain)) {
      throw new PasswordEasyToGuessError();
    }
    if (await this.#breached.has(plain)) {
      throw new PasswordBreachedError();
    }
  }
}

function personalWords({ displayName, email, organisationNames }: PasswordOwner): string[] {
  const [local = ''] = email.split('@');
  return [PRODUCT, ...[displayName, local, ...organisationNames].flatMap(wordsOf)]
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => [...word].length >= PERSONAL_LEAST_LENGTH);
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u);
}
