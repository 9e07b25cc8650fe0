import { AppError } from '@tapaamo/common';

/** No visit has this link (`link.unknown`): truncated, mistyped, or never made. */
export class LinkUnknownError extends AppError {
  constructor() {
    super('link.unknown');
  }
}

/** No visit has this code (`visit-code.unknown`): mistyped, of a sheet that is out of date, or never printed. */
export class CodeUnknownError extends AppError {
  constructor() {
    super('visit-code.unknown');
  }
}

/** What was typed has not the form of a code (`visit-code.unknown`): nobody guessed anything by it. */
export class CodeMalformedError extends CodeUnknownError {}

/** The browser has no session behind the door, or it is over (`door.session-required`). */
export class DoorSessionRequiredError extends AppError {
  constructor() {
    super('door.session-required');
  }
}

/** The organisation behind the door is out of use (`door.service-closed`). */
export class ServiceClosedError extends AppError {
  constructor() {
    super('door.service-closed');
  }
}

/** The service wants its clients identified first (`door.identification-required`). */
export class IdentificationRequiredError extends AppError {
  constructor() {
    super('door.identification-required');
  }
}

/** Too early to identify or to wait (`door.not-open-yet`). */
export class DoorNotOpenYetError extends AppError {
  constructor() {
    super('door.not-open-yet');
  }
}

/** Somebody who identified as the booked person has the place; who did not takes it from nobody (`door.held-by-identified`). */
export class DoorHeldByIdentifiedError extends AppError {
  constructor() {
    super('door.held-by-identified');
  }
}

/** Another device of the same participant is connected (`door.in-use-elsewhere`). */
export class DoorInUseElsewhereError extends AppError {
  constructor() {
    super('door.in-use-elsewhere');
  }
}

/** Who was not in the meeting, or has said how it went already (`door.quality-not-asked`). */
export class QualityNotAskedError extends AppError {
  constructor() {
    super('door.quality-not-asked');
  }
}
