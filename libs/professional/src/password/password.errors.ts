import { FieldError } from '@tapaamo/common';

/** Shorter than 12 characters (`password.too-short`). */
export class PasswordTooShortError extends FieldError {
  constructor() {
    super('password', 'password.too-short');
  }
}

/** Holds the person's own name or address, their organisation's or ours (`password.personal`). */
export class PasswordPersonalError extends FieldError {
  constructor() {
    super('password', 'password.personal');
  }
}

/** So common, or made by so common a pattern, that it is guessed soon (`password.easy-to-guess`). */
export class PasswordEasyToGuessError extends FieldError {
  constructor() {
    super('password', 'password.easy-to-guess');
  }
}

/** Known from breaches of other services (`password.breached`). */
export class PasswordBreachedError extends FieldError {
  constructor() {
    super('password', 'password.breached');
  }
}
