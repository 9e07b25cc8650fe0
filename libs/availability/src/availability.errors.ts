import { FieldError } from '@tapaamo/common';

/** Work ends before it begins (`working-hours.ends-before-start`). */
export class SpanEndsBeforeStartError extends FieldError {
  /** @param field - That names the day. */
  constructor(field: string) {
    super(field, 'working-hours.ends-before-start');
  }
}

/** Two spans of a day are at the same time (`working-hours.overlap`). */
export class SpansOverlapError extends FieldError {
  /** @param field - That names the day. */
  constructor(field: string) {
    super(field, 'working-hours.overlap');
  }
}
