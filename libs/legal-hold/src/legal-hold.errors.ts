import { AppError, FieldError } from '@tapaamo/common';

/** The visit is held, or somebody has asked for it, already (`hold.already`). */
export class HoldAlreadyError extends AppError {
  constructor() {
    super('hold.already');
  }
}

/** Who requested a hold cannot confirm it (`hold.second-person`). */
export class SecondPersonError extends AppError {
  constructor() {
    super('hold.second-person');
  }
}

/** A hold has had all its extensions (`hold.extended-enough`). */
export class ExtendedEnoughError extends AppError {
  constructor() {
    super('hold.extended-enough');
  }
}

/** The hold is in another state by now (`hold.state-changed`). */
export class HoldStateChangedError extends AppError {
  constructor() {
    super('hold.state-changed');
  }
}

/** The hold's key is not made yet: the job runner does that within moments (`hold.not-ready`). */
export class HoldNotReadyError extends AppError {
  constructor() {
    super('hold.not-ready');
  }
}

/** The day of review is not between tomorrow and 90 days ahead (`hold.review-day`). */
export class ReviewDayError extends FieldError {
  constructor() {
    super('reviewBy', 'hold.review-day');
  }
}

/** Who asked for a restriction is told before it is lifted (`hold.tell-first`). */
export class TellFirstError extends FieldError {
  constructor() {
    super('personTold', 'hold.tell-first');
  }
}
