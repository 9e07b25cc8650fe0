import { AppError } from '@tapaamo/common';

/** No invitation has this link, or not any more (`invitation.unknown`). */
export class InvitationUnknownError extends AppError {
  constructor() {
    super('invitation.unknown');
  }
}

/** The account was set up with it (`invitation.used`). */
export class InvitationUsedError extends AppError {
  constructor() {
    super('invitation.used');
  }
}

/** The organisation took it back (`invitation.withdrawn`). */
export class InvitationWithdrawnError extends AppError {
  constructor() {
    super('invitation.withdrawn');
  }
}

/** It is older than a week (`invitation.expired`). */
export class InvitationExpiredError extends AppError {
  constructor() {
    super('invitation.expired');
  }
}
