import { AppError, FieldError } from '@tapaamo/common';

/** The visit is over (`visit.ended`). */
export class VisitEndedError extends AppError {
  constructor() {
    super('visit.ended');
  }
}

/** The visit is not over yet (`visit.not-ended`). */
export class VisitNotEndedError extends AppError {
  constructor() {
    super('visit.not-ended');
  }
}

/** How long the visit is known does not depend on a client relationship (`visit.no-relationship`). */
export class NoRelationshipError extends AppError {
  constructor() {
    super('visit.no-relationship');
  }
}

/** The outcome is not what is known of the visit (`visit.outcome-impossible`). */
export class OutcomeImpossibleError extends AppError {
  constructor() {
    super('visit.outcome-impossible');
  }
}

/** The visit has begun: client and professional have met, or the client was let in (`visit.already-met`). */
export class VisitAlreadyMetError extends AppError {
  constructor() {
    super('visit.already-met');
  }
}

/** A participant was written to as often as anybody needs within an hour (`request.too-many`). */
export class TooManyMessagesError extends AppError {
  constructor() {
    super('request.too-many');
  }
}

/** Neither phone nor e-mail of a participant is known: what would be sent goes nowhere (`link.no-way-to-send`). */
export class NoWayToSendError extends AppError {
  constructor() {
    super('link.no-way-to-send');
  }
}

/** Another browser took the place of the one that the professional saw (`visit.arrival-changed`). */
export class ArrivalChangedError extends AppError {
  constructor() {
    super('visit.arrival-changed');
  }
}

/** The door has found something else of who waits than the professional saw (`visit.finding-changed`). */
export class FindingChangedError extends AppError {
  constructor() {
    super('visit.finding-changed');
  }
}

/** Who was not identified as the booked person is let in with a reason only, and a true one (`visit.reason-needed`). */
export class ReasonNeededError extends FieldError {
  constructor() {
    super('reason', 'visit.reason-needed');
  }
}

/** Somebody else of the staff speaks with one person alone, and has not been away for long (`visit.alone-by-another`). */
export class AloneByAnotherError extends AppError {
  constructor() {
    super('visit.alone-by-another');
  }
}

/** Who should wait again, or be spoken with alone, does not take part just now (`visit.not-in-meeting`). */
export class NotInMeetingError extends AppError {
  constructor() {
    super('visit.not-in-meeting');
  }
}

/** A visit is nothing without its client (`visit.client-needed`). */
export class ClientNeededError extends AppError {
  constructor() {
    super('visit.client-needed');
  }
}

/** A minor would be left without a guardian whom messages reach (`visit.reachable-guardian-needed`). */
export class ReachableGuardianNeededError extends AppError {
  constructor() {
    super('visit.reachable-guardian-needed');
  }
}

/** The client has not said yes to a student (`visit.observer-not-agreed`). */
export class ObserverNotAgreedError extends AppError {
  constructor() {
    super('visit.observer-not-agreed');
  }
}

/** As many people are asked to the visit as it has room for (`visit.too-many-participants`). */
export class TooManyParticipantsError extends AppError {
  constructor() {
    super('visit.too-many-participants');
  }
}

/** The organisation has as many meetings as it may have at a time (`meeting.organisation-full`); trying again helps. */
export class OrganisationMeetingsFullError extends AppError {
  constructor() {
    super('meeting.organisation-full');
  }
}

/** No meeting node can take the visit (`meeting.no-node`). */
export class NoMeetingNodeError extends AppError {
  constructor() {
    super('meeting.no-node');
  }
}

/** A token for a meeting node is forged, expired or malformed (`meeting.token-invalid`). */
export class MeetingTokenInvalidError extends AppError {
  constructor(cause?: unknown) {
    super('meeting.token-invalid', { cause });
  }
}

/** A legal hold or a restriction keeps the visit as it is (`visit.held`). */
export class VisitHeldError extends AppError {
  constructor() {
    super('visit.held');
  }
}

/** Whoever reached the visit sees nothing of it while it is held (`visit.restricted`). */
export class VisitRestrictedError extends AppError {
  constructor() {
    super('visit.restricted');
  }
}
