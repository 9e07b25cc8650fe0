import { FieldError } from '@tapaamo/common';

/** Not a colleague who can take over: unknown here, closed, only invited, or without clients (`staff.cannot-meet-clients`). */
export class CannotMeetClientsError extends FieldError {
  /** @param field - That named the colleague. */
  constructor(field = 'professionalId') {
    super(field, 'staff.cannot-meet-clients');
  }
}

/** Another team of the organisation has the name (`team.name-taken`). */
export class TeamNameTakenError extends FieldError {
  constructor() {
    super('name', 'team.name-taken');
  }
}

/** The last day is before the first (`stand-in.ends-before-start`). */
export class StandInEndsBeforeStartError extends FieldError {
  constructor() {
    super('lastDay', 'stand-in.ends-before-start');
  }
}

/** The first day has passed (`stand-in.in-past`). */
export class StandInInPastError extends FieldError {
  constructor() {
    super('firstDay', 'stand-in.in-past');
  }
}

/** More days than anybody stands in at a time (`stand-in.too-long`). */
export class StandInTooLongError extends FieldError {
  constructor() {
    super('lastDay', 'stand-in.too-long');
  }
}
