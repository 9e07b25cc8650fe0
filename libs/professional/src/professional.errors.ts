import { AppError } from '@tapaamo/common';

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
