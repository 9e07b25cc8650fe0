import { AppError, FieldError } from '@tapaamo/common';
import { IDEMPOTENCY_KEY_HEADER } from '@tapaamo/contracts';

/** There is no address to try, or no secret to sign with (`record-system.webhook-not-ready`). */
export class WebhookNotReadyError extends FieldError {
  constructor() {
    super('webhookActive', 'record-system.webhook-not-ready');
  }
}

/** The address is another: the token was for the one before it (`record-system.token-needed`). */
export class FhirTokenNeededError extends FieldError {
  constructor() {
    super('fhirToken', 'record-system.token-needed');
  }
}

/** A key's last day is over already (`record-key.last-day-past`). */
export class RecordKeyLastDayPastError extends FieldError {
  constructor() {
    super('lastDay', 'record-key.last-day-past');
  }
}

/** No key, or one that does not work, for whatever reason (`record-key.refused`). */
export class RecordKeyRefusedError extends AppError {
  constructor() {
    super('record-key.refused');
  }
}

/** The key works and does not allow this (`record-key.scope-missing`). */
export class RecordScopeMissingError extends AppError {
  constructor() {
    super('record-key.scope-missing');
  }
}

/** Something else was asked for by the same idempotency key (`record-system.request-key-reused`). */
export class RequestKeyReusedError extends FieldError {
  constructor() {
    super(IDEMPOTENCY_KEY_HEADER, 'record-system.request-key-reused');
  }
}

/** A secret was sealed under an ACCOUNT_SECRET that is not there any more. */
export class RecordSecretSealedError extends Error {
  constructor() {
    super('sealed');
    this.name = new.target.name;
  }
}
