import { AppError, FieldError } from '@tapaamo/common';

/** No provider answers for this address or organisation (`sign-in-provider.none`). */
export class NoProviderError extends AppError {
  constructor() {
    super('sign-in-provider.none');
  }
}

/** The person turned back at the provider (`sign-in-provider.cancelled`). */
export class ProviderCancelledError extends AppError {
  constructor() {
    super('sign-in-provider.cancelled');
  }
}

/**
 * There is no such sign-in in this browser: used already, older than ten minutes, begun elsewhere, never begun, or the
 * provider was changed meanwhile (`sign-in-provider.expired`). One answer for all, so that a stranger learns nothing.
 */
export class ProviderSignInExpiredError extends AppError {
  constructor() {
    super('sign-in-provider.expired');
  }
}

/** The organisation's rules do not take this person, or their account is closed (`sign-in-provider.refused`). */
export class RefusedByRuleError extends AppError {
  /**
   * @param reason - Which rule, for the log.
   * @param professionalId - Whose account it would have been, where there is one.
   */
  constructor(
    readonly reason: string,
    readonly professionalId: string | null = null,
  ) {
    super('sign-in-provider.refused', { details: { reason } });
  }
}

/** The provider's answer is not one that may be trusted (`sign-in-provider.rejected`). */
export class ProviderAnswerRejectedError extends AppError {
  /** @param reason - Which check failed, for the log: a code of ours or of openid-client, never a text. */
  constructor(readonly reason: string) {
    super('sign-in-provider.rejected', { details: { reason } });
  }
}

/** The provider is down, slow or says that it is (`sign-in-provider.unavailable`). */
export class ProviderUnavailableError extends AppError {
  /** @param reason - What failed, for the log. */
  constructor(readonly reason: string) {
    super('sign-in-provider.unavailable', { details: { reason } });
  }
}

/** The address leads into a network that admins of organisations may not reach (`sign-in-provider.host-not-allowed`). */
export class HostNotAllowedError extends FieldError {
  constructor() {
    super('issuer', 'sign-in-provider.host-not-allowed');
  }
}

/** The issuer vouches for every organisation's people, not for one's (`sign-in-provider.issuer-of-many`). */
export class IssuerOfManyError extends FieldError {
  constructor() {
    super('issuer', 'sign-in-provider.issuer-of-many');
  }
}

/** No admin could sign in without the provider as it was (`sign-in-provider.admins-locked-out`). */
export class AdminsLockedOutError extends AppError {
  constructor() {
    super('sign-in-provider.admins-locked-out');
  }
}

/** There is no secret yet, or the one there is was for another provider (`sign-in-provider.secret-needed`). */
export class SecretNeededError extends FieldError {
  constructor() {
    super('secret', 'sign-in-provider.secret-needed');
  }
}

/** Staff of this organisation signs in by its provider only; told to who has proved who they are (`sign-in.provider-only`). */
export class ProviderOnlyError extends AppError {
  /** @param organisationId - Whose provider to sign in by. */
  constructor(organisationId: string) {
    super('sign-in.provider-only', { organisationId });
  }
}

/** There is no provider in use that answers (`sign-in-provider.not-ready`). */
export class ProviderNotReadyError extends AppError {
  constructor() {
    super('sign-in-provider.not-ready');
  }
}

/** The admin has never signed in by the provider (`sign-in-provider.not-used-yet`). */
export class ProviderNotUsedError extends AppError {
  constructor() {
    super('sign-in-provider.not-used-yet');
  }
}

/** No admin would get in while the provider is down (`sign-in-provider.emergency-access-needed`). */
export class EmergencyAccessNeededError extends FieldError {
  constructor() {
    super('emergencyAdmins', 'sign-in-provider.emergency-access-needed');
  }
}

/** The staff signs in by this provider only: it can be neither changed nor taken out of use (`sign-in-provider.rule-in-force`). */
export class RuleInForceError extends AppError {
  constructor() {
    super('sign-in-provider.rule-in-force');
  }
}
