import { AppError } from '@tapaamo/common';

/**
 * No passkey of an account in use has answered (`sign-in.wrong-passkey`): unknown, of a closed account, of another place,
 * without the person having been asked, used before. One answer for all.
 */
export class WrongPasskeyError extends AppError {
  constructor() {
    super('sign-in.wrong-passkey');
  }
}

/** The new passkey does not prove what it must, or is here already (`passkey.refused`). */
export class PasskeyRefusedError extends AppError {
  constructor() {
    super('passkey.refused');
  }
}

/** The browser did not come from the first step of this, or too long ago (`passkey.start-again`). */
export class StartPasskeyAgainError extends AppError {
  constructor() {
    super('passkey.start-again');
  }
}
