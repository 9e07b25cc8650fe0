import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { BookingRepository, BookingRow } from '@tapaamo/booking';
import { Clock, Randomness, hashSecret, newSecret } from '@tapaamo/common';
import type {
  DeviceCheck,
  DoorSession,
  DoorView,
  Language,
  MeetingAccess,
} from '@tapaamo/contracts';
import { IdentificationService } from '@tapaamo/identification';
import { Service } from '@tapaamo/organisation';
import { DataSource, type EntityManager } from 'typeorm';
import { MeetingAccessService } from '../meeting-node/meeting-access.service.js';
import { MediaNodes } from '../meeting-node/media-nodes.js';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { VisitEndedError } from '../visit.errors.js';
import { DoorSessionRow } from './door-session.entity.js';
import {
  DoorInUseElsewhereError,
  DoorNotOpenYetError,
  DoorSessionRequiredError,
  IdentificationRequiredError,
  LinkUnknownError,
} from './door.errors.js';
import { doorOpensAt } from './door-opens-at.js';
import { DoorViews } from './door-views.js';

/** A session behind the door lives as long as a visit can stay open, at most. */
const SESSION_HOURS = 24;

/** The client's side of a visit: from the link to the waiting room. */
@Injectable()
export class DoorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: DoorViews,
    private readonly bookings: BookingRepository,
    private readonly identifications: IdentificationService,
    private readonly access: MeetingAccessService,
    private readonly nodes: MediaNodes,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** What a link leads to. Changes nothing. @throws LinkUnknownError (`link.unknown`) */
  async look(link: string): Promise<DoorView> {
    return this.views.ofLink(this.dataSource.manager, link);
  }

  /**
   * Exchanges a link for a session of this browser.
   *
   * @returns The session's secret for the cookie, and the state behind the door.
   * @throws LinkUnknownError; VisitEndedError when the visit has ended or is forgotten
   */
  async open(link: string, language: Language): Promise<{ secret: string; session: DoorSession }> {
    const tx = this.dataSource.manager;
    const view = await this.views.ofLink(tx, link);
    const participant = await tx.findOneBy(Participant, { linkHash: hashSecret('link', link) });
    if (view.state !== 'open' || participant === null) {
      throw new VisitEndedError();
    }
    const now = this.clock.now();
    const secret = newSecret(this.randomness);
    const actor = {
      sessionId: this.randomness.uuid(),
      participantId: participant.id,
      visitId: participant.visitId,
    };
    await tx.insert(DoorSessionRow, {
      id: actor.sessionId,
      visitId: actor.visitId,
      participantId: actor.participantId,
      secretHash: hashSecret('door-session', secret),
      language,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
    });
    return { secret, session: await this.session(actor) };
  }

  /** Who a session's secret belongs to. @throws DoorSessionRequiredError (`door.session-required`) */
  async actor(secret: string): Promise<DoorActor> {
    const row = await this.dataSource.manager.findOneBy(DoorSessionRow, {
      secretHash: hashSecret('door-session', secret),
    });
    if (row === null || row.expiresAt <= this.clock.now()) {
      throw new DoorSessionRequiredError();
    }
    return { sessionId: row.id, participantId: row.participantId, visitId: row.visitId };
  }

  /** The state behind the door. @throws DoorSessionRequiredError */
  async session(actor: DoorActor): Promise<DoorSession> {
    const tx = this.dataSource.manager;
    const [row, participant, alive, identified] = await Promise.all([
      tx.findOneBy(DoorSessionRow, { id: actor.sessionId }),
      tx.findOneBy(Participant, { id: actor.participantId }),
      this.nodes.aliveIds(tx),
      this.identifications.isIdentified(actor.sessionId),
    ]);
    if (row === null || participant === null) {
      throw new DoorSessionRequiredError();
    }
    const own = participant.sessionId === actor.sessionId;
    return {
      participantId: participant.id,
      language: row.language,
      view: await this.views.ofVisit(tx, actor.visitId),
      identified,
      admission: own ? participant.admission : 'outside',
      inUseElsewhere: !own && isConnected(participant, alive),
    };
  }

  /** Remembers the language for what is sent to the browser. */
  async chooseLanguage(actor: DoorActor, language: Language): Promise<void> {
    await this.dataSource.manager.update(DoorSessionRow, { id: actor.sessionId }, { language });
  }

  /** Keeps the result of the device test for the professional. */
  async keepDeviceCheck(actor: DoorActor, check: DeviceCheck): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const change = { deviceCamera: check.camera, deviceMicrophone: check.microphone };
      await tx.update(Participant, { id: actor.participantId }, change);
      await this.changes.announce(tx, actor.visitId);
    });
  }

  /** Whether the client may identify now, and in which language. @throws VisitEndedError, DoorNotOpenYetError */
  async beforeIdentification(actor: DoorActor): Promise<{ service: Service; language: Language }> {
    const tx = this.dataSource.manager;
    const { booking } = await this.#openVisit(tx, actor);
    const row = await tx.findOneByOrFail(DoorSessionRow, { id: actor.sessionId });
    return {
      service: await tx.findOneByOrFail(Service, { id: booking.serviceId }),
      language: row.language,
    };
  }

  /**
   * Comes to the waiting room, or back to the place that was kept. A fresh session of the same participant waits anew,
   * even if another session had been let in: being let in is for the device that was seen.
   *
   * @param takeOver - Continue here although another device is connected; that one is closed.
   * @throws VisitEndedError, DoorNotOpenYetError, IdentificationRequiredError, DoorInUseElsewhereError, NoMeetingNodeError
   */
  async enter(actor: DoorActor, takeOver: boolean): Promise<MeetingAccess> {
    return this.dataSource.transaction(async (tx) => {
      const { visit, booking } = await this.#openVisit(tx, actor, true);
      const service = await tx.findOneByOrFail(Service, { id: booking.serviceId });
      if (
        service.identificationLevel === 'required' &&
        !(await this.identifications.isIdentified(actor.sessionId))
      ) {
        throw new IdentificationRequiredError();
      }
      const participant = await tx.findOneByOrFail(Participant, { id: actor.participantId });
      const own = participant.sessionId === actor.sessionId;
      if (!own && !takeOver && isConnected(participant, await this.nodes.aliveIds(tx))) {
        throw new DoorInUseElsewhereError();
      }
      await this.#takePlace(tx, participant, actor, own);
      await this.bookings.transition(tx, booking, 'arrived');
      await this.changes.announce(tx, actor.visitId);
      return this.access.give(tx, visit, participant, actor.sessionId);
    });
  }

  /** Leaves and closes the session; the link stays good while the visit is open. */
  async leave(actor: DoorActor): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const own = { id: actor.participantId, sessionId: actor.sessionId };
      await tx.update(Participant, own, {
        admission: 'left',
        sessionId: null,
        connectedNodeId: null,
      });
      await tx.delete(DoorSessionRow, { id: actor.sessionId });
      await this.changes.announce(tx, actor.visitId);
    });
  }

  async #takePlace(
    tx: EntityManager,
    participant: Participant,
    actor: DoorActor,
    own: boolean,
  ): Promise<void> {
    const admitted = own && participant.admission === 'admitted';
    await tx.update(
      Participant,
      { id: participant.id },
      {
        sessionId: actor.sessionId,
        admission: admitted ? 'admitted' : 'waiting',
        arrivedAt: participant.arrivedAt ?? this.clock.now(),
      },
    );
  }

  async #openVisit(
    tx: EntityManager,
    actor: DoorActor,
    lock = false,
  ): Promise<{ visit: VisitRow; booking: BookingRow }> {
    const visit = await tx.findOne(VisitRow, {
      where: { id: actor.visitId },
      ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    const now = this.clock.now();
    if (visit === null || visit.endedAt !== null || visit.purgeDueAt <= now) {
      throw new VisitEndedError();
    }
    const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    if (now < doorOpensAt(booking.startsAt)) {
      throw new DoorNotOpenYetError();
    }
    return { visit, booking };
  }
}

function isConnected(participant: Participant, aliveNodes: Set<string>): boolean {
  return participant.connectedNodeId !== null && aliveNodes.has(participant.connectedNodeId);
}
