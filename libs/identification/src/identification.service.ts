import { Injectable } from '@nestjs/common';
import {
  isProvedAs,
  type IdentificationOutage,
  type Language,
  type Verdict,
} from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { Not, type EntityManager } from 'typeorm';
import type { AttemptsOfVisit } from './attempts/identification-attempts.js';
import { ProviderAttempts } from './attempts/provider-attempts.js';
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
import { OtherDeviceError, TransactionExpiredError } from './identification.errors.js';
import { IdentificationRepository } from './identification.repository.js';
import { OutageNotices } from './outage/outage-notices.js';
import { ProviderReachability } from './outage/provider-reachability.js';
import type { IdentifiedPerson } from './relying-party/identified-person.js';
import type {
  CompletedIdentification,
  CompleteIdentification,
  StartIdentification,
} from './identification-acts.js';
import { RepresentationRequestRow } from './representation/representation-request.entity.js';

/** Identifies clients with suomi.fi or a broker of the Finnish trust network, and keeps the verdict only. */
@Injectable()
export class IdentificationService {
  constructor(
    private readonly provider: ProviderAttempts,
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
    const startedAt = this.provider.nowSeconds();
    const redirectUrl = await this.provider.addressFor(
      { organisationId, visitId, participantId, sessionId },
      secrets,
      language,
    );
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
   * in is held until the person there confirms where it goes: the provider's code would not live that long. Whoever opens
   * an address there without a good code spends nothing, and nobody is blamed for it.
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
    await this.identifications.requireUnlocked(owner);
    const person = await this.provider.personOf(answer.callbackUrl.search, state, taken);
    if (!isOwnBrowser) {
      await this.transactions.spend(state, owner);
      if (!isOneDevice(secrets.begunOn, answer.browser)) {
        await this.handBacks.refuseOtherDevice(owner, answer.announce);
        throw new OtherDeviceError();
      }
    }
    const { result, ...kept } = await this.identifications.within(owner, (tx) =>
      this.#keep(tx, taken, person, answer),
    );
    return { ...owner, identified: { hetu: person.hetu, result }, ...kept };
  }

  /** Compares and keeps, in one transaction: a code that is changed meanwhile leaves no verdict of the former. */
  async #keep(
    tx: EntityManager,
    { owner, secrets, isOwnBrowser, begunAt, endsAt }: TakenTransaction,
    person: IdentifiedPerson,
    { booked, renew, announce }: Pick<CompleteIdentification, 'booked' | 'renew' | 'announce'>,
  ): Promise<Pick<Verdict, 'result'> & Pick<CompletedIdentification, 'secret' | 'handBack'>> {
    const own = await booked.of(tx, owner);
    const finding = await findingOf(person, own, () => booked.othersOf(tx, owner));
    const kept = this.identifications.keptOf(finding, person);
    const { result } = finding;
    await announce(tx, owner);
    if (isOwnBrowser) {
      const secret = await renew(tx, owner);
      await this.identifications.store(tx, owner, kept, false);
      return { result, secret };
    }
    const begun = { begunAt, begunOn: secrets.begunOn, endsAt };
    return { result, secret: null, handBack: await this.handBacks.hold(tx, owner, kept, begun) };
  }

  /** The browser of a session has another cookie now; what it has under way goes on. @see IdentificationTransactionRepository.rebind */
  async rebind(
    tx: EntityManager,
    sessionId: string,
    browserHash: Buffer,
    former: Buffer | null = null,
  ): Promise<void> {
    await this.transactions.rebind(tx, sessionId, browserHash, former);
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
   * verdict can be opened or its days of birth contradict each other, it was not.
   */
  async isSamePerson(tx: EntityManager, visitId: string, sessionId: string): Promise<boolean> {
    return isProvedAs('same-person', await this.#finding(tx, visitId, sessionId));
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
}
