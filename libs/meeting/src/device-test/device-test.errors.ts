import { AppError } from '@tapaamo/common';

/** The node has no room for a device test just now; meetings come first (`meeting.test-later`). */
export class NoRoomToTestError extends AppError {
  constructor() {
    super('meeting.test-later');
  }
}

/** Whoever tests has no place any more, or asks for what a test has not (`meeting.not-admitted`). */
export class NoTestPlaceError extends AppError {
  constructor() {
    super('meeting.not-admitted');
  }
}
