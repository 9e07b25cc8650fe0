import { AppError } from '@tapaamo/common';

/** The address has an account in this organisation already (`staff.already-here`). */
export class StaffAlreadyHereError extends AppError {
  /** @param fields - The refused addresses. */
  constructor(fields: readonly string[]) {
    super('staff.already-here', {
      fields: fields.map((field) => ({ field, code: 'staff.already-here' })),
    });
  }
}

/** The address is not free, for a reason that is nobody's business here (`staff.cannot-be-invited`). */
export class StaffCannotBeInvitedError extends AppError {
  /** @param fields - The refused addresses. */
  constructor(fields: readonly string[]) {
    super('staff.cannot-be-invited', {
      fields: fields.map((field) => ({ field, code: 'staff.cannot-be-invited' })),
    });
  }
}

/** The account was in use: its link goes to the person's own mail, never to an admin (`staff.link-by-mail-only`). */
export class LinkByMailOnlyError extends AppError {
  constructor() {
    super('staff.link-by-mail-only');
  }
}

/** Nobody would be left to administer the organisation (`staff.last-admin`). */
export class LastAdminError extends AppError {
  constructor() {
    super('staff.last-admin');
  }
}

/** Nobody would get in while the provider is down, by which alone the staff signs in (`staff.last-emergency-admin`). */
export class LastEmergencyAdminError extends AppError {
  constructor() {
    super('staff.last-emergency-admin');
  }
}

/** An admin cannot do this for themselves, another can (`staff.not-oneself`). */
export class NotOneselfError extends AppError {
  constructor() {
    super('staff.not-oneself');
  }
}

/** The account does not stand where the act begins (`staff.state-changed`). */
export class StaffStateChangedError extends AppError {
  constructor() {
    super('staff.state-changed');
  }
}
