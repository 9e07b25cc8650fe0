import type { MessageFailure } from '@tapaamo/contracts';

/** What is known of a refusal besides its code. */
interface Refusal {
  /** Whether trying again, unchanged, is of no use. */
  isFinal: boolean;
  /** Whether the operator is out of order, for every message; else it is about this one. */
  isOutage?: boolean;
  /** When the operator wants to be asked again, as it says it (`Retry-After`). */
  retryAfter?: string | null;
}

/**
 * An operator did not take a message. It holds codes and nothing that the operator said: that may be the receiver.
 */
export class NotTakenError extends Error {
  readonly isFinal: boolean;
  readonly isOutage: boolean;
  readonly retryAfter: string | null;

  /**
   * @param failure - Why, as staff is told.
   * @param code - Why, for the log: a status, or the code of a failed connection.
   */
  constructor(
    readonly failure: MessageFailure,
    readonly code: string,
    { isFinal, isOutage = !isFinal, retryAfter = null }: Refusal,
  ) {
    super(failure);
    this.name = new.target.name;
    this.isFinal = isFinal;
    this.isOutage = isOutage;
    this.retryAfter = retryAfter;
  }
}
