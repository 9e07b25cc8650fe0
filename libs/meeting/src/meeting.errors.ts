import { AppError } from '@tapaamo/common';

/** The meeting has as many participants as it takes (`meeting.full`). */
export class MeetingFullError extends AppError {
  constructor() {
    super('meeting.full');
  }
}

/** The participant has not been let in, or not any more (`meeting.not-admitted`). */
export class NotAdmittedError extends AppError {
  constructor() {
    super('meeting.not-admitted');
  }
}

/** The participant looks on and sends nothing: a student (`meeting.listen-only`). */
export class ListenOnlyError extends AppError {
  constructor() {
    super('meeting.listen-only');
  }
}

/** The participant's page wrote more than anybody writes, a moment ago (`request.too-many`). */
export class TooMuchWrittenError extends AppError {
  constructor() {
    super('request.too-many');
  }
}

/** Only an interpreter speaks into the channel of the interpretation (`meeting.interpreters-only`). */
export class InterpretersOnlyError extends AppError {
  constructor() {
    super('meeting.interpreters-only');
  }
}

/** The caller has no such transport, producer or consumer; another participant's are no different (`meeting.object-missing`). */
export class SeatObjectMissingError extends AppError {
  constructor() {
    super('meeting.object-missing');
  }
}

/** This node is about to stop and takes nobody any more; the browser asks for another (`meeting.no-node`). */
export class NodeStoppingError extends AppError {
  constructor() {
    super('meeting.no-node');
  }
}
