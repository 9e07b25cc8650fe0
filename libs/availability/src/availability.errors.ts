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

/** What was typed is no address of a calendar (`external-calendar.address-invalid`). */
export class CalendarAddressInvalidError extends FieldError {
  constructor() {
    super('address', 'external-calendar.address-invalid');
  }
}

/** The address leads into a private network, or is not sealed (`external-calendar.host-not-allowed`). */
export class CalendarHostNotAllowedError extends FieldError {
  constructor() {
    super('address', 'external-calendar.host-not-allowed');
  }
}
