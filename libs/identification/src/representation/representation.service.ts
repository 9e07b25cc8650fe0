import { Injectable } from '@nestjs/common';
import { loggedReasonOf, AppError, newSecret, Randomness, type Redacted } from '@tapaamo/common';
import type { Language } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { IdentificationRepository } from '../identification.repository.js';
import type { TransactionOwner } from '../transaction/identification-transaction.repository.js';
import { RepresentationCheck } from './representation-check.js';
import { RepresentationRequestRepository } from './representation-request.repository.js';

/** The child that a guardian comes for. */
export interface RepresentedChild {
  /** Henkilötunnus as it was booked. */
  hetu: Redacted<string>;
  /** Language of the guardian's page. */
  language: Language;
}

/**
 * Asks for whom a guardian may act, where an operator has set it up. It decides nothing and stops nobody: whatever goes
 * wrong, the professional is told that it was not checked, and decides as without it.
 */
@Injectable()
export class RepresentationService {
  constructor(
    private readonly check: RepresentationCheck,
    private readonly requests: RepresentationRequestRepository,
    private readonly identifications: IdentificationRepository,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {}

  /** Whether guardians are asked. */
  get isOn(): boolean {
    return this.check.isOn;
  }

  /**
   * Begins to ask, for a guardian who has just been identified. Until the answer it counts as not checked.
   *
   * @param childOf - Opens the child; null when there is none to ask for.
   * @returns Where the browser goes next; null when there is nobody to ask.
   */
  async begin(
    owner: TransactionOwner,
    guardian: Redacted<string>,
    childOf: () => Promise<RepresentedChild | null>,
  ): Promise<string | null> {
    return this.#holding(owner, async () => {
      const child = await childOf();
      if (child === null) {
        return null;
      }
      await this.identifications.noteRepresentation(owner, 'not-checked');
      const state = newSecret(this.randomness);
      const { session, redirectUrl } = await this.check.begin(guardian, state, child.language);
      await this.requests.keep(owner, state, session);
      return redirectUrl;
    });
  }

  /**
   * Takes the answer that the browser came back with.
   *
   * @param query - Of the return, as it came.
   * @param childOf - Opens the child once everything else is in order.
   */
  async complete(
    owner: TransactionOwner,
    query: URLSearchParams,
    childOf: () => Promise<RepresentedChild | null>,
  ): Promise<void> {
    await this.#holding(owner, async () => {
      const [state = null, ...states] = query.getAll('state');
      const [code, ...codes] = query.getAll('code');
      const session = await this.requests.take(owner, state);
      if (session === null || code === undefined || codes.length > 0 || states.length > 0) {
        return null;
      }
      const child = await childOf();
      if (child !== null) {
        const mayAct = await this.check.mayActFor({ session, code }, child.hetu);
        await this.identifications.noteRepresentation(owner, mayAct ? 'allowed' : 'not-allowed');
      }
      return null;
    });
  }

  /** The visit does not hang on it. */
  async #holding<T>(owner: TransactionOwner, ask: () => Promise<T>): Promise<T | null> {
    const { visitId, participantId } = owner;
    try {
      return await ask();
    } catch (error) {
      const code = error instanceof AppError ? loggedReasonOf(error) : 'unknown';
      this.logger.warn('representation.not-checked', { visitId, participantId, code });
      return null;
    }
  }
}
