import { Injectable } from '@nestjs/common';
import type {
  BrowserKind,
  IdentificationOutage,
  Language,
  Verdict,
  VerdictResult,
} from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import type { EntityManager } from 'typeorm';
import type { AttemptsOfVisit } from './attempts/identification-attempts.js';
import type { BookedPerson, OtherBookedPerson } from './comparison/booked-person.js';
import { findingOf } from './comparison/finding.js';
import { HandBackRefusal } from './hand-back/hand-back-refusal.entity.js';
import { HandBackRow } from './hand-back/hand-back.entity.js';
import { HandBackService, type NewHandBack } from './hand-back/hand-back.service.js';
import { isOneDevice } from './hand-back/is-one-device.js';
import { type SealedIdentification, IdentificationRow } from './identification.entity.js';
import { IdentificationTransactionRow } from './transaction/identification-transaction.entity.js';
import {
  IdentificationTransactionRepository,
  type AskingBrowser,
  type TakenTransaction,
  type TransactionOwner,
} from './transaction/identification-transaction.repository.js';
import {
  AssuranceTooLowError,
  IdentificationCancelledError,
  IdentificationRejectedError,
  IdentityProviderUnavailableError,
  OtherDeviceError,
  TransactionExpiredError,
} from './identification.errors.js';
import { IdentificationRepository, type KeptIdentification } from './identification.repository.js';
import { OutageNotices } from './outage/outage-notices.js';
import { ProviderReachability } from './outage/provider-reachability.js';
import type { IdentifiedPerson } from './relying-party/identified-person.js';
import { RelyingParty } from './relying-party/relying-party.js';
import { RepresentationRequestRow } from './representation/representation-request.entity.js';

/** Beginning of an identification. */
export interface StartIdentification extends TransactionOwner, AskingBrowser {
  /** Language of the provider's pages. */
  language: Language;
}

/** Opens whom a visit is booked for, once everything else is in order, so that they are opened for nobody else. */
export interface BookedPersons {
  /** Whose link it is. */
  of(owner: TransactionOwner): Promise<BookedPerson>;
  /** Who else is asked to the visit. */
  othersOf(owner: TransactionOwner): Promise<OtherBookedPerson[]>;
}

/** Return of a person from the identity provider. */
export interface CompleteIdentification {
  /** Address that was asked for; only its query is used. */
  callbackUrl: URL;
  /** `hashSecret('browser', cookie)` of the browser that came back. */
  browserHash: Buffer;
  /** What that browser tells of itself. */
  browser: BrowserKind;
  booked: BookedPersons;
}

/** Whose identification it was; with what the browser is given that it came back in, when it began in another one. */
export interface CompletedIdentification extends TransactionOwner {
  /** Who identified, for what is asked of a register in the same breath, and never kept. */
  identified: Pick<IdentifiedPerson, 'hetu'> & Pick<Verdict, 'result'>;
  handBack?: NewHandBack;
}

/** Refusals as the audit log tells of them. */
const REFUSALS = [
  [IdentificationCancelledError, 'cancelled'],
  [AssuranceTooLowError, 'assurance-too-low'],
  [IdentityProviderUnavailableError, 'provider-unavailable'],
  [IdentificationRejectedError, 'rejected'],
] as const;

/** Identifies clients with suomi.fi or a broker of the Finnish trust network, and keeps the verdict only. */
@Injectable()
export class IdentificationService {
  constructor(
    private readonly relyingParty: RelyingParty,
    private readonly transactions: IdentificationTransactionRepository,
    private readonly identifications: IdentificationRepository,
    private readonly handBacks: HandBackService,
    private readonly logger: Logger,
    private readonly reachability: ProviderReachability,
    private readonly outages: OutageNotices,
  ) {}

  /**
   * Begins an identification. Several may be under way for one session. The session gets another secret before anybody
   * leaves: whoever copied the earlier one, or put it into this browser, fetches nothing of what comes back elsewhere.
   *
   * @returns Where the browser goes, an address that holds no id of ours; and the secret for its cookie.
   * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`), VaultSealedError (`vault.sealed`)
   */
  async start({
    browser,
    renew,
    language,
    ...owner
  }: StartIdentification): Promise<{ redirectUrl: string; secret: string }> {
    const { organisationId, visitId, participantId, sessionId } = owner;
    const secrets = this.transactions.newSecrets();
    const startedAt = this.relyingParty.nowSeconds();
    const redirectUrl = await this.reachability
      .watching(() => this.relyingParty.authorizationUrl(secrets, language))
      .catch(async (error: unknown) => {
        await this.#keepOutage(error, { organisationId, visitId, participantId, sessionId });
        throw error;
      });
    const secret = await this.transactions.begin(
      { organisationId, visitId, participantId, sessionId },
      { browser, renew },
      secrets,
      startedAt,
    );
    return { redirectUrl, secret };
  }

  /**
   * Completes an identification: checks the provider's answer, compares the person, stores the verdict. Tokens, claims,
   * identity code and identified name are gone when it returns. A verdict that came back in another browser than it began
   * in is held until the person there confirms where it goes: the provider's code would not live that long.
   *
   * @throws TransactionExpiredError (`identification.transaction-expired`), OtherDeviceError
   *   (`identification.other-device`), IdentificationCancelledError (`identification.cancelled`), AssuranceTooLowError
   *   (`identification.assurance-too-low`), IdentityProviderUnavailableError (`identification.provider-unavailable`),
   *   IdentificationRejectedError (`identification.rejected`), IdentificationLockedError (`identification.locked`), VaultSealedError
   *   (`vault.sealed`)
   */
  async complete(answer: CompleteIdentification): Promise<CompletedIdentification> {
    const [state, ...more] = answer.callbackUrl.searchParams.getAll('state');
    if (state === undefined || more.length > 0) {
      throw new TransactionExpiredError();
    }
    const taken = await this.transactions.take(state, answer.browserHash);
    const { owner, secrets, isOwnBrowser } = taken;
    if (!isOwnBrowser && !isOneDevice(secrets.begunOn, answer.browser)) {
      await this.handBacks.refuseOtherDevice(owner);
      throw new OtherDeviceError();
    }
    const { nonce, verifier, startedAt } = secrets;
    await this.identifications.requireUnlocked(owner);
    const { search } = answer.callbackUrl;
    const person = await this.reachability
      .watching(() => this.relyingParty.exchange(search, { state, nonce, verifier }, startedAt))
      .catch(async (error: unknown) => {
        this.#note(error, owner);
        await this.#tell(error, owner);
        await this.#keepOutage(error, owner);
        if (isOwnBrowser) {
          await this.#count(error, owner);
        }
        throw error;
      });
    const finding = await findingOf(person, await answer.booked.of(owner), () =>
      answer.booked.othersOf(owner),
    );
    const handBack = await this.#keep(taken, this.identifications.keptOf(finding, person));
    const identified = { hetu: person.hetu, result: finding.result };
    return { ...owner, identified, ...(handBack === null ? {} : { handBack }) };
  }

  async #keep(
    { owner, secrets, isOwnBrowser, begunAt, endsAt }: TakenTransaction,
    kept: KeptIdentification,
  ): Promise<NewHandBack | null> {
    if (isOwnBrowser) {
      await this.identifications.replace(owner, kept);
      return null;
    }
    const begun = { begunAt, begunOn: secrets.begunOn, endsAt };
    return this.handBacks.hold(owner, kept, begun);
  }

  /** The browser of a session has another cookie now; what it has under way goes on. */
  async rebind(tx: EntityManager, sessionId: string, browserHash: Buffer): Promise<void> {
    await this.transactions.rebind(tx, sessionId, browserHash);
  }

  /** What a person should know of the provider before they leave to it. */
  async outage(language: Language): Promise<IdentificationOutage> {
    return {
      notice: await this.outages.in(language),
      isUnreachable: this.reachability.isFailing(),
    };
  }

  /** The verdicts of a visit by door session. @see IdentificationRepository.verdictsOf */
  async verdictsOf(tx: EntityManager, visitId: string): Promise<Map<string, Verdict>> {
    return this.identifications.verdictsOf(tx, visitId);
  }

  /** Verdicts of one participant with the kind of means, by door session. @see IdentificationRepository.findingsOf */
  async findingsOf(
    tx: EntityManager,
    whose: { visitId: string; participantId: string },
  ): Promise<Map<string, SealedIdentification>> {
    return this.identifications.findingsOf(tx, whose);
  }

  /**
   * Whether this door session was identified as the booked person. Decides who may be told: in doubt, also while no
   * verdict can be opened, it was not.
   */
  async isSamePerson(tx: EntityManager, visitId: string, sessionId: string): Promise<boolean> {
    return (await this.resultOf(tx, visitId, sessionId)) === 'same-person';
  }

  /** As whom this door session was identified; undefined when it was not, also while no verdict can be opened. */
  async resultOf(
    tx: EntityManager,
    visitId: string,
    sessionId: string,
  ): Promise<VerdictResult | undefined> {
    try {
      const verdicts = await this.identifications.verdictsOf(tx, visitId);
      return verdicts.get(sessionId)?.result;
    } catch (error) {
      this.logger.warn('identification.verdict-not-read', { visitId }, error);
      return undefined;
    }
  }

  /** Whether this door session has a completed identification, whatever the verdict. */
  async isIdentified(tx: EntityManager, sessionId: string): Promise<boolean> {
    return this.identifications.exists(tx, sessionId);
  }

  /** Whether a link identifies nobody until the professional says so: too many by it failed in a row. */
  async isLocked(tx: EntityManager, participantId: string): Promise<boolean> {
    return this.identifications.attempts.isLocked(tx, participantId);
  }

  /** Lets a link identify again. @returns Whether it was locked. */
  async unlock(tx: EntityManager, participantId: string): Promise<boolean> {
    return this.identifications.attempts.unlock(tx, participantId);
  }

  /** Whether this door session could not identify just now because the provider failed, as we saw ourselves. */
  async hadOutage(tx: EntityManager, sessionId: string): Promise<boolean> {
    return this.identifications.attempts.hadOutage(tx, sessionId);
  }

  /** What became of the attempts of a visit's people. */
  async attemptsOf(tx: EntityManager, visitId: string): Promise<AttemptsOfVisit> {
    return this.identifications.attempts.ofVisit(tx, visitId);
  }

  /**
   * Forgets who identified for a visit, or as one participant of it, and what is under way: it was for another time, or by
   * a link that is no more.
   */
  async forget(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<void> {
    await tx.delete(IdentificationTransactionRow, whose);
    await tx.delete(HandBackRow, whose);
    await tx.delete(HandBackRefusal, whose);
    await tx.delete(RepresentationRequestRow, whose);
    await tx.delete(IdentificationRow, whose);
    await this.identifications.attempts.forget(tx, whose);
  }

  async #tell(error: unknown, owner: TransactionOwner): Promise<void> {
    const [, reason] = REFUSALS.find(([refusal]) => error instanceof refusal) ?? [];
    if (reason !== undefined) {
      await this.identifications.noteRefusal(owner, reason);
    }
  }

  /** Only of the browser that it began in, which came through the link: who merely saw an address locks nobody out. */
  async #count(error: unknown, owner: TransactionOwner): Promise<void> {
    if (error instanceof IdentificationRejectedError || error instanceof AssuranceTooLowError) {
      await this.identifications.noteFailure(owner);
    }
  }

  /** Only what we saw ourselves lets the person wait without identification: their browser could say anything. */
  async #keepOutage(error: unknown, owner: TransactionOwner): Promise<void> {
    if (error instanceof IdentityProviderUnavailableError && error.isSeen) {
      await this.identifications.noteOutage(owner);
    }
  }

  /** Which check failed is for the log only: the person learns that it did not succeed. */
  #note(error: unknown, { visitId, participantId }: TransactionOwner): void {
    if (
      error instanceof IdentificationRejectedError ||
      error instanceof IdentityProviderUnavailableError
    ) {
      this.logger.warn('identification.refused', { visitId, participantId, code: error.reason });
    }
  }
}
