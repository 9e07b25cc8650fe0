import type { MessageFailure } from '@tapaamo/contracts';

/**
 * An operator did not take a message. It holds a code of ours and nothing that the operator said: that may be the receiver.
 */
export class NotTakenError extends Error {
  /**
   * @param code - Why.
   * @param isFinal - Whether trying again, unchanged, is of no use.
   * @param retryAfter - When the operator wants to be asked again, as it says it (`Retry-After`).
   */
  constructor(
    readonly code: MessageFailure,
    readonly isFinal: boolean,
    readonly retryAfter: string | null = null,
  ) {
    super(code);
    this.name = new.target.name;
  }
}
