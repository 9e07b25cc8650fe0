import { AppError, FieldError } from '@tapaamo/common';

/** Wrong address or wrong password, one answer for both (`sign-in.wrong-credentials`). */
export class WrongCredentialsError extends AppError {
  constructor() {
    super('sign-in.wrong-credentials');
  }
}

/** Too many failed attempts for this account from this address (`sign-in.too-many-attempts`). */
export class TooManySignInAttemptsError extends AppError {
  constructor() {
    super('sign-in.too-many-attempts');
  }
}

/** So many try to sign in just now that this attempt was not looked at (`sign-in.busy`). */
export class SignInBusyError extends AppError {
  constructor() {
    super('sign-in.busy');
  }
}

/** The code is not of the person's generator, or was used (`sign-in.wrong-code`). */
export class WrongCodeError extends FieldError {
  constructor() {
    super('code', 'sign-in.wrong-code');
  }
}

/** Wrong address, wrong recovery code, or an account that has a password; one answer (`sign-in.wrong-recovery-code`). */
export class WrongRecoveryCodeError extends AppError {
  constructor() {
    super('sign-in.wrong-recovery-code');
  }
}

/** The first step was too long ago, or too many codes were wrong (`sign-in.start-again`). */
export class StartSignInAgainError extends AppError {
  constructor() {
    super('sign-in.start-again');
  }
}
