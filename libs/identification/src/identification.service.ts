import { Injectable } from '@nestjs/common';
import {
  resultOf,
  type IdentificationOutage,
  type Language,
  type Verdict,
  type VerdictResult,
} from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { Not, type EntityManager } from 'typeorm';
import type { AttemptsOfVisit } from './attempts/identification-attempts.js';
import { findingOf } from './comparison/finding.js';
import { HandBackRefusal } from './hand-back/hand-back-refusal.entity.js';
import type { VerdictAtTheDoor } from './comparison/verdict-at-the-door.js';
import { HandBackRow } from './hand-back/hand-back.entity.js';
import { HandBackService } from './hand-back/hand-back.service.js';
import { isOneDevice } from './hand-back/is-one-device.js';
import { type SealedIdentification, IdentificationRow } from './identification.entity.js';
import { IdentificationTransactionRow } from './transaction/identification-transaction.entity.js';
import {
  IdentificationTransactionRepository,
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
import { IdentificationRepository } from './identification.repository.js';
import { OutageNotices } from './outage/outage-notices.js';
import { ProviderReachability } from './outage/provider-reachability.js';
import type { IdentifiedPerson } from './relying-party/identified-person.js';
import { RelyingParty } from './relying-party/relying-party.js';
import type {
  BookedPersons,
  CompletedIdentification,
  CompleteIdentification,
  StartIdentification,
} from './identification-acts.js';
import { RepresentationRequestRow } from './representation/representation-request.entity.js';

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
    const { result, ...handBack } = await this.identifications.within(owner, (tx) =>
      this.#keep(tx, taken, person, answer.booked),
    );
    return { ...owner, identified: { hetu: person.hetu, result }, ...handBack };
  }

  /** Compares and keeps, in one transaction: a code that is changed meanwhile leaves no verdict of the former. */
  async #keep(
    tx: EntityManager,
    { owner, secrets, isOwnBrowser, begunAt, endsAt }: TakenTransaction,
    person: IdentifiedPerson,
    booked: BookedPersons,
  ): Promise<Pick<Verdict, 'result'> & Pick<CompletedIdentification, 'handBack'>> {
    const own = await booked.of(tx, owner);
    const finding = await findingOf(person, own, () => booked.othersOf(tx, owner));
    const kept = this.identifications.keptOf(finding, person);
    const { result } = finding;
    if (isOwnBrowser) {
      await this.identifications.store(tx, owner, kept, false);
      return { result };
    }
    const begun = { begunAt, begunOn: secrets.begunOn, endsAt };
    return { result, handBack: await this.handBacks.hold(tx, owner, kept, begun) };
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
    return resultOf(await this.#finding(tx, visitId, sessionId));
  }

  async #finding(
    tx: EntityManager,
    visitId: string,
    sessionId: string,
  ): Promise<SealedIdentification | undefined> {
    try {
      return (await this.identifications.findingsOf(tx, { visitId })).get(sessionId);
    } catch (error) {
      this.logger.warn('identification.verdict-not-read', { visitId }, error);
      return undefined;
    }
  }

  /** What the door found of people, by their ids. @see verdictAtTheDoor */
  async verdictsAtTheDoor(
    tx: EntityManager,
    visitId: string,
    people: readonly { id: string; sessionId: string | null }[],
  ): Promise<Map<string, VerdictAtTheDoor>> {
    return this.identifications.verdictsAtTheDoor(tx, visitId, people);
  }

  /** Whether this door session has a completed identification, whatever the verdict. */
  async isIdentified(tx: EntityManager, sessionId: string): Promise<boolean> {
    return this.identifications.exists(tx, sessionId);
  }

  /**
   * The same, without one that was compared with an identity code that is not booked any more: who has it identifies anew.
   * While nothing can be opened nobody is sent to identify again, and who lets them in sees no finding.
   */
  async needNotIdentify(tx: EntityManager, visitId: string, sessionId: string): Promise<boolean> {
    if (!(await this.isIdentified(tx, sessionId))) {
      return false;
    }
    const finding = await this.#finding(tx, visitId, sessionId);
    return finding?.codeChanged !== true;
  }

  /** Whether a link identifies nobody for a while: too many by it in a row were somebody else. */
  async isLocked(tx: EntityManager, participantId: string): Promise<boolean> {
    return this.identifications.attempts.isLocked(tx, participantId);
  }

  /** Lets a link identify again. @returns Whether it was locked. */
  async unlock(tx: EntityManager, participantId: string): Promise<boolean> {
    return this.identifications.attempts.unlock(tx, participantId);
  }

  /**
   * Whether somebody may wait without identification where it is required: they could not identify just now because the
   * provider failed, as we saw ourselves, or because their link is locked. So nobody keeps them out of their own visit.
   */
  async mayWaitUnidentified(
    tx: EntityManager,
    { participantId, sessionId }: Pick<TransactionOwner, 'participantId' | 'sessionId'>,
  ): Promise<boolean> {
    return (
      (await this.identifications.attempts.hadOutage(tx, sessionId)) ||
      (await this.isLocked(tx, participantId))
    );
  }

  /** What became of the attempts of a visit's people. */
  async attemptsOf(tx: EntityManager, visitId: string): Promise<AttemptsOfVisit> {
    return this.identifications.attempts.ofVisit(tx, visitId);
  }

  /** Participants of several visits whose link identifies nobody for now. */
  async lockedOf(tx: EntityManager, visitIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.identifications.attempts.lockedOf(tx, visitIds);
  }

  /**
   * Forgets who identified for a visit, or as one participant of it, and what is under way: it was for another time, or by
   * a link that is no more.
   */
  async forget(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<void> {
    await this.#forgetUnderWay(tx, whose);
    await tx.delete(IdentificationRow, whose);
  }

  /**
   * Another identity code is booked: forgets what was compared with the former. Of the browser that was let in it is kept
   * that it was, and with another code.
   */
  async forgetFormerCode(
    tx: EntityManager,
    whose: { visitId: string; participantId: string },
    admittedSessionId: string | null,
  ): Promise<void> {
    if (admittedSessionId === null) {
      await this.forget(tx, whose);
      return;
    }
    await this.#forgetUnderWay(tx, whose);
    await tx.delete(IdentificationRow, { ...whose, sessionId: Not(admittedSessionId) });
    await this.identifications.noteCodeChanged(tx, whose.visitId, admittedSessionId);
  }

  async #forgetUnderWay(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<void> {
    await tx.delete(IdentificationTransactionRow, whose);
    await tx.delete(HandBackRow, whose);
    await tx.delete(HandBackRefusal, whose);
    await tx.delete(RepresentationRequestRow, whose);
    await this.identifications.attempts.forget(tx, whose);
  }

  async #tell(error: unknown, owner: TransactionOwner): Promise<void> {
    const [, reason] = REFUSALS.find(([refusal]) => error instanceof refusal) ?? [];
    if (reason !== undefined) {
      await this.identifications.noteRefusal(owner, reason);
    }
  }

  /**
   * Only what a verified token says, of the browser that it began in: an error or a code that a browser makes up in the
   * address would lock out whose link it is.
   */
  async #count(error: unknown, owner: TransactionOwner): Promise<void> {
    if (error instanceof AssuranceTooLowError) {
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
