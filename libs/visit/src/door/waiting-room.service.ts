import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { BookingRepository, BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import {
  PLACE_KEPT_MS,
  levelFor,
  standsForClient,
  type EnterRequest,
  type IdentificationLevel,
  type Language,
  type MeetingAccess,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IdentificationLockedError, IdentificationService } from '@tapaamo/identification';
import { isInUse } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { isAllowedToWait, isHeldByWord, NOT_ALLOWED } from '../identifying/allowed-to-wait.js';
import { isConnected } from '../is-connected.js';
import { lockVisit } from '../lock-visit.js';
import { knownLines, withoutLineMs } from '../meeting-node/lines.js';
import { keepLastMet } from '../meeting-node/last-met.js';
import { MediaNodes } from '../meeting-node/media-nodes.js';
import { WayToMeeting } from '../meeting-node/way-to-meeting.js';
import { Participant } from '../participant.entity.js';
import { settleObservers } from '../people/settle-observers.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { VisitEndedError } from '../visit.errors.js';
import { DoorSessionRow } from './door-session.entity.js';
import {
  DoorHeldByIdentifiedError,
  DoorInUseElsewhereError,
  DoorNotOpenYetError,
  DoorSessionRequiredError,
  IdentificationRequiredError,
  ServiceClosedError,
} from './door.errors.js';
import { doorOpensAt } from './door-opens-at.js';

/** By what somebody passes the door: identified or free to, by the professional's word, or because the provider failed. */
type Pass = 'free' | 'allowed' | 'failed';

/** Who waits or was let in. */
const HAS_PLACE: readonly Participant['admission'][] = ['waiting', 'admitted'];

/** The way of who comes by a link from the door to the waiting room. */
@Injectable()
export class WaitingRoom {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly bookings: BookingRepository,
    private readonly identifications: IdentificationService,
    private readonly way: WayToMeeting,
    private readonly nodes: MediaNodes,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether the person may identify now, and in which language. Asked when they go, and again when they come back: the
   * visit may have been called off, moved or ended meanwhile.
   *
   * @throws VisitEndedError, ServiceClosedError, DoorNotOpenYetError, DoorSessionRequiredError,
   *   IdentificationLockedError (`identification.locked`)
   */
  async beforeIdentification(
    actor: DoorActor,
  ): Promise<{ level: IdentificationLevel; language: Language }> {
    const { isShut, ...asked } = await this.scope.of(actor.organisationId, async (tx) => {
      const { booking } = await this.#openVisit(tx, actor);
      const row = await tx.findOneBy(DoorSessionRow, { id: actor.sessionId });
      if (row === null) {
        throw new DoorSessionRequiredError();
      }
      const { role } = await tx.findOneByOrFail(Participant, { id: actor.participantId });
      const isLocked = await this.identifications.isLocked(tx, actor.participantId);
      if (isLocked) {
        // The professional opens it again: their page shows it from now on.
        await this.changes.announce(tx, actor);
      }
      return { level: levelFor(role, booking), language: row.language, isShut: isLocked };
    });
    if (isShut) {
      throw new IdentificationLockedError();
    }
    return asked;
  }

  /**
   * The same of who comes back from identifying, within a transaction in which the verdict is kept. Holds the visit.
   *
   * @throws The errors of `beforeIdentification`
   */
  async requireExpected(tx: EntityManager, actor: DoorActor): Promise<void> {
    await this.#openVisit(tx, actor, true);
    if (!(await tx.existsBy(DoorSessionRow, { id: actor.sessionId }))) {
      throw new DoorSessionRequiredError();
    }
    const isLocked = await this.identifications.isLocked(tx, actor.participantId);
    if (isLocked) {
      throw new IdentificationLockedError();
    }
  }

  /**
   * Comes to the waiting room, or back to the place that was kept. A fresh session of the same participant waits anew,
   * even if another session had been let in: being let in is for the device that was seen. Who left on purpose has no place
   * any more: they come back as they came, identified or while they may still wait without.
   *
   * @param request.takeOver - Continue here although another device is connected; that one is closed. Not by who waits
   *   unidentified: whoever holds the link could put out who is in the meeting. Nor do they take a place whose line is
   *   down of who waits by the professional's word.
   * @param request.unidentified - Wait without identification where it is required: for the first browser that does so by
   *   the professional's word, who met with an outage of the identity provider just now, as the server saw, and whose link is locked. The
   *   professional sees that, and lets them in with a reason.
   * @throws VisitEndedError, ServiceClosedError, DoorNotOpenYetError, IdentificationRequiredError,
   *   DoorHeldByIdentifiedError, DoorInUseElsewhereError; NoMeetingNodeError, OrganisationMeetingsFullError when they have
   *   come and there is no way to a node yet
   */
  async enter(
    actor: DoorActor,
    { takeOver, unidentified, nodeSilent }: EnterRequest,
  ): Promise<MeetingAccess> {
    const way = await this.scope.of(actor.organisationId, async (tx) => {
      const { visit, booking } = await this.#openVisit(tx, actor, true);
      // The link may have been replaced since the request was let through.
      if (!(await tx.existsBy(DoorSessionRow, { id: actor.sessionId }))) {
        throw new DoorSessionRequiredError();
      }
      const participant = await tx.findOneByOrFail(Participant, { id: actor.participantId });
      const own = participant.sessionId === actor.sessionId;
      // Who has a place already passed here before.
      const hasPlace = own && HAS_PLACE.includes(participant.admission);
      const pass =
        levelFor(participant.role, booking) === 'required' && !hasPlace
          ? await this.#passOf(tx, actor, participant, unidentified)
          : 'free';
      if (!own && (await this.#isHeldByBookedPerson(tx, participant, actor))) {
        throw new DoorHeldByIdentifiedError();
      }
      const takes = own || (takeOver && pass === 'free');
      if (!takes && (await this.#isHeld(tx, participant, pass))) {
        throw new DoorInUseElsewhereError();
      }
      await keepLastMet(tx, actor.visitId, this.clock.now());
      await this.#takePlace(tx, participant, actor, own);
      await this.#settleWord(tx, participant, actor, pass);
      // One more guardian of a child is here, who is asked about a student, too.
      await settleObservers(tx, actor.visitId, visit);
      if (standsForClient(participant.role)) {
        await this.bookings.transition(tx, booking, 'arrived');
      }
      await this.changes.announce(tx, actor);
      const { sessionId } = actor;
      return this.way.giveIfAny(tx, visit, participant, { sessionId, nodeSilent });
    });
    if (way instanceof Error) {
      throw way;
    }
    return way;
  }

  /** @throws IdentificationRequiredError */
  async #passOf(
    tx: EntityManager,
    actor: DoorActor,
    participant: Participant,
    wishesNot: boolean,
  ): Promise<Pass> {
    if (await this.identifications.needNotIdentify(tx, actor.visitId, actor.sessionId)) {
      return 'free';
    }
    if (wishesNot && isAllowedToWait(participant, actor.sessionId)) {
      return 'allowed';
    }
    if (wishesNot && (await this.identifications.mayWaitUnidentified(tx, actor))) {
      return 'failed';
    }
    throw new IdentificationRequiredError();
  }

  /**
   * Whether the place is somebody's who identified as the booked person, and whoever asks did not: by the same link, also
   * while that person's line is down, nobody puts them out.
   */
  async #isHeldByBookedPerson(
    tx: EntityManager,
    { admission, sessionId }: Participant,
    actor: DoorActor,
  ): Promise<boolean> {
    const isProved = (session: string) =>
      this.identifications.isSamePerson(tx, actor.visitId, session);
    return (
      HAS_PLACE.includes(admission) &&
      sessionId !== null &&
      (await isProved(sessionId)) &&
      !(await isProved(actor.sessionId))
    );
  }

  /** Whether another device has the place. */
  async #isHeld(tx: EntityManager, participant: Participant, pass: Pass): Promise<boolean> {
    return (
      (pass === 'failed' && isHeldByWord(participant)) ||
      isConnected(participant, await this.nodes.aliveIds(tx))
    );
  }

  /** The professional's word is for the first who waits by it, and over once the booked person comes identified. */
  async #settleWord(
    tx: EntityManager,
    { id, unidentifiedAllowed }: Participant,
    { visitId, sessionId }: DoorActor,
    pass: Pass,
  ): Promise<void> {
    if (pass === 'allowed') {
      await tx.update(Participant, { id }, { unidentifiedSessionId: sessionId });
    } else if (
      unidentifiedAllowed &&
      (await this.identifications.isSamePerson(tx, visitId, sessionId))
    ) {
      await tx.update(Participant, { id }, NOT_ALLOWED);
    }
  }

  async #takePlace(
    tx: EntityManager,
    participant: Participant,
    actor: DoorActor,
    own: boolean,
  ): Promise<void> {
    const admitted = own && participant.admission === 'admitted';
    const awayMs = withoutLineMs(participant, await knownLines(tx));
    // Whoever comes just now is there, and their line will be in a moment.
    const line = { connectedNodeId: null, withoutLineSince: () => 'clock_timestamp()' };
    const keepsPlace = own && participant.admission === 'waiting' && awayMs < PLACE_KEPT_MS;
    await tx.update(
      Participant,
      { id: participant.id },
      {
        sessionId: actor.sessionId,
        admission: admitted ? 'admitted' : 'waiting',
        arrivedAt: this.#arrivalOf(participant, own),
        ...(admitted || keepsPlace ? {} : { waitingSince: this.clock.now() }),
        sentBack: own && participant.admission === 'waiting' && participant.sentBack,
        // A connection of another browser, or of a node that died, is none: its end will not be told for this one.
        ...(own && awayMs === 0 ? {} : line),
      },
    );
  }

  /** Until somebody is let in, it is who waits now that arrived: who waited before by the same link may be somebody else. */
  #arrivalOf({ arrivedAt, admittedAt }: Participant, own: boolean): Date {
    const isOfBefore = admittedAt === null && !own;
    return isOfBefore || arrivedAt === null ? this.clock.now() : arrivedAt;
  }

  async #openVisit(
    tx: EntityManager,
    actor: DoorActor,
    lock = false,
  ): Promise<{ visit: VisitRow; booking: BookingRow }> {
    const visit = lock
      ? await lockVisit(tx, actor.visitId)
      : await tx.findOneBy(VisitRow, { id: actor.visitId });
    const now = this.clock.now();
    if (visit === null || visit.endedAt !== null || visit.purgeDueAt <= now) {
      throw new VisitEndedError();
    }
    if (!(await isInUse(tx, visit.organisationId))) {
      throw new ServiceClosedError();
    }
    const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    if (now < doorOpensAt(booking.startsAt)) {
      throw new DoorNotOpenYetError();
    }
    return { visit, booking };
  }
}
