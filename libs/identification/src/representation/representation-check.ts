import type { Redacted } from '@tapaamo/common';
import type { Language } from '@tapaamo/contracts';

/** A question on its way: the guardian chooses on the service's own page for whom they act. */
export interface BegunCheck {
  /** The service's name for this question. It identifies nobody by itself and is kept sealed until the answer. */
  session: string;
  /** Where the browser goes. */
  redirectUrl: string;
}

/** What the service sent the browser back with. */
export interface CheckAnswer {
  session: string;
  /** Authorization code (RFC 6749 section 4.1.2). */
  code: string;
}

/**
 * Port: whether a guardian may act for a child, asked of a register that knows. The identity codes are handed to the
 * register and kept nowhere.
 */
export abstract class RepresentationCheck {
  /** Whether there is anybody to ask. Off unless an operator has set it up. */
  abstract readonly isOn: boolean;

  /**
   * Begins to ask.
   *
   * @param guardian - Henkilötunnus of who was identified just now.
   * @param state - What the service hands back with its answer.
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`), IdentificationRejectedError
   *   (`identification.rejected`)
   */
  abstract begin(
    guardian: Redacted<string>,
    state: string,
    language: Language,
  ): Promise<BegunCheck>;

  /**
   * Whether the guardian chose this child, and may act for them.
   *
   * @param child - Henkilötunnus as it was booked.
   * @throws as `begin`
   */
  abstract mayActFor(answer: CheckAnswer, child: Redacted<string>): Promise<boolean>;
}
