import { AppError } from '@tapaamo/common';

/**
 * Why an identification was refused: a code of ours or of openid-client (`OAUTH_...`), never a text, because the
 * messages and causes of the library hold the decoded claims.
 */
export type RefusalReason = string;

/** The person turned back at the identity provider (`identification.cancelled`). */
export class IdentificationCancelledError extends AppError {
  constructor() {
    super('identification.cancelled');
  }
}

/** The provider identified the person less strongly than is accepted (`identification.assurance-too-low`). */
export class AssuranceTooLowError extends AppError {
  constructor() {
    super('identification.assurance-too-low');
  }
}

/** The provider is down, slow or says that it is (`identification.provider-unavailable`). */
export class IdentityProviderUnavailableError extends AppError {
  /** @param reason - What failed, for the log. */
  constructor(readonly reason: RefusalReason) {
    super('identification.provider-unavailable', { details: { reason } });
  }

  /** Whether we saw it ourselves: what comes by the person's own browser anybody could say. */
  get isSeen(): boolean {
    return !/^(OAUTH_AUTHORIZATION_RESPONSE_ERROR|code-)/.test(this.reason);
  }
}

/** Too many identifications by this link in a row were somebody else's or too weak (`identification.locked`). */
export class IdentificationLockedError extends AppError {
  constructor() {
    super('identification.locked');
  }
}

/** The provider's answer is not one that may be trusted (`identification.rejected`). */
export class IdentificationRejectedError extends AppError {
  /** @param reason - Which check failed, for the log. */
  constructor(readonly reason: RefusalReason) {
    super('identification.rejected', { details: { reason } });
  }
}

/**
 * There is no such transaction in this browser: used already, older than ten minutes, begun elsewhere, or never begun
 * (`identification.transaction-expired`). One answer for all, so that a stranger learns nothing.
 */
export class TransactionExpiredError extends AppError {
  constructor() {
    super('identification.transaction-expired');
  }
}

/** It came back on another kind of device than it began on (`identification.other-device`): nobody has it. */
export class OtherDeviceError extends AppError {
  constructor() {
    super('identification.other-device');
  }
}

/** The number that was typed is not that of the page where it began; there is no second attempt (`identification.number-wrong`). */
export class NumberWrongError extends AppError {
  constructor() {
    super('identification.number-wrong');
  }
}

/**
 * Nothing waits to be confirmed in this browser, or to be fetched by this session: answered already, too late, or never
 * (`identification.hand-back-over`). One answer for all.
 */
export class HandBackOverError extends AppError {
  constructor() {
    super('identification.hand-back-over');
  }
}
