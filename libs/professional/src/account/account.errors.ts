import { AppError } from '@tapaamo/common';

/** It is too long ago that the person proved who they are (`account.confirm-first`). */
export class ConfirmFirstError extends AppError {
  constructor() {
    super('account.confirm-first');
  }
}

/** Nothing would be left to sign in with (`account.last-means`). */
export class LastMeansError extends AppError {
  constructor() {
    super('account.last-means');
  }
}
