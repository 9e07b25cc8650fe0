import { AppError, FieldError } from '@tapaamo/common';

/** The professional already has a booking at that time (`booking.overlap`). */
export class BookingOverlapError extends AppError {
  /** @param field - That names what could be chosen differently. */
  constructor(field: string) {
    super('booking.overlap', { fields: [{ field, code: 'booking.overlap' }] });
  }
}

/** The start has passed (`booking.start-in-past`). */
export class BookingStartInPastError extends FieldError {
  constructor() {
    super('time', 'booking.start-in-past');
  }
}

/** The start is more than a year ahead (`booking.start-too-far`). */
export class BookingStartTooFarError extends FieldError {
  constructor() {
    super('date', 'booking.start-too-far');
  }
}

/** Moved so far that it would be a new booking (`booking.to-be-booked-anew`). */
export class BookAnewError extends FieldError {
  constructor() {
    super('date', 'booking.to-be-booked-anew');
  }
}

/** The end of a visit that is made shorter has passed (`booking.end-in-past`). */
export class BookingEndInPastError extends FieldError {
  constructor() {
    super('durationMinutes', 'booking.end-in-past');
  }
}

/** Somebody changed the booking after it was read (`booking.changed-meanwhile`). */
export class BookingChangedError extends AppError {
  constructor() {
    super('booking.changed-meanwhile');
  }
}

/** Days of a series are taken (`booking.series-overlap`). */
export class SeriesOverlapError extends AppError {
  /** @param days - Local days; each is named as `repeat.<day>`. */
  constructor(days: readonly string[]) {
    super('booking.series-overlap', {
      fields: days.map((day) => ({ field: `repeat.${day}`, code: 'booking.series-overlap' })),
    });
  }
}

/** The last visit of a series is more than a year ahead (`booking.series-too-far`). */
export class SeriesTooFarError extends FieldError {
  constructor() {
    super('repeat.times', 'booking.series-too-far');
  }
}

/** A reference is one visit's, and this is a series (`booking.reference-of-series`). */
export class ReferenceOfSeriesError extends FieldError {
  constructor() {
    super('recordReference', 'booking.reference-of-series');
  }
}

/** Every day of a series is left out (`booking.series-without-visit`). */
export class SeriesWithoutVisitError extends FieldError {
  constructor() {
    super('repeat.skip', 'booking.series-without-visit');
  }
}

/** Daylight saving skips that local time (`booking.time-does-not-exist`). */
export class BookingTimeDoesNotExistError extends FieldError {
  /** @param field - `repeat.<day>` for a later day of a series. */
  constructor(field = 'time') {
    super(field, 'booking.time-does-not-exist');
  }
}

/** Nobody of the client's side can be reached: neither phone nor e-mail was given (`booking.contact-required`). */
export class ContactRequiredError extends FieldError {
  /** @param field - Of the request. */
  constructor(field = 'clientPhone') {
    super(field, 'booking.contact-required');
  }
}

/** A minor's visit without a guardian (`booking.guardian-required`). */
export class GuardianRequiredError extends FieldError {
  constructor() {
    super('clientIsMinor', 'booking.guardian-required');
  }
}

/** The service is not for minors (`booking.minors-not-allowed`). */
export class MinorsNotAllowedError extends FieldError {
  constructor() {
    super('clientIsMinor', 'booking.minors-not-allowed');
  }
}

/** The name has characters that names do not have (`field.name-invalid`). */
export class NameInvalidError extends FieldError {
  /** @param field - Of the request. */
  constructor(field: string) {
    super(field, 'field.name-invalid');
  }
}

/** An identity code where no text may have one (`field.identity-code`). */
export class IdentityCodeError extends FieldError {
  /** @param field - Of the request. */
  constructor(field: string) {
    super(field, 'field.identity-code');
  }
}

/** Not a Finnish personal identity code, or one of a day ahead (`field.hetu-invalid`). */
export class HetuInvalidError extends FieldError {
  /** @param field - Of the request. */
  constructor(field: string) {
    super(field, 'field.hetu-invalid');
  }
}

/** A code that the population register gives nobody (`field.hetu-artificial`). */
export class HetuArtificialError extends FieldError {
  /** @param field - Of the request. */
  constructor(field: string) {
    super(field, 'field.hetu-artificial');
  }
}

/** Not a phone number that can be reached (`field.phone-invalid`). */
export class PhoneInvalidError extends FieldError {
  /** @param field - Of the request. */
  constructor(field: string) {
    super(field, 'field.phone-invalid');
  }
}

/** Not an e-mail address (`field.email-invalid`). */
export class EmailInvalidError extends FieldError {
  /** @param field - Of the request. */
  constructor(field: string) {
    super(field, 'field.email-invalid');
  }
}
