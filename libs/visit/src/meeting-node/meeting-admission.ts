import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import {
  comesByLink,
  type Admission,
  type Delay,
  type ParticipantRole,
  type StandingReason,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { standingOf } from '../room/alone.js';
import { delayOf } from '../door/delay.js';
import { lockVisit } from '../lock-visit.js';
import { Participant } from '../participant.entity.js';
import { settleObservers } from '../people/settle-observers.js';
import { VisitChanges } from '../visit-changes.js';
import type { VisitRef } from '../visit-ref.js';
import { admissionRows, type AdmissionRows } from './admission-rows.js';
import { keepLastMet, keepMetOnArrival } from './last-met.js';
import { seatedSessions } from './seated-sessions.js';

/** What a meeting node may know of a visit. No names. */
export interface MeetingVisit extends VisitRef {
  /** The node that the visit lives on; null before it was needed. */
  nodeId: string | null;
  endedAt: Date | null;
  purgeDueAt: Date;
  /** When something of this is otherwise by the clock alone, and nobody tells: a session runs out, the visit is hidden. */
  changesAt: Date;
  /** Of which those who wait are told. */
  delay: Delay | null;
  participants: {
    participantId: string;
    role: ParticipantRole;
    /** Of who is set apart while somebody speaks alone: `waiting`, whatever their own row says. */
    admission: Admission;
    /** Why they stand so, where it is not plain. */
    because: StandingReason | null;
    /**
     * Sessions that may sit there; others have no place. Of who came by a link it is the one that waits or is admitted, of a
     * professional each that is signed in now, or was when the visit that goes on began (`seatedSessions`).
     */
    sessionIds: readonly string[];
    /** Of a student: what the client answered; null while nobody has, and for all others. */
    agreed: boolean | null;
  }[];
}

/** One live connection: whose it is and which node holds it. */
export interface SeatConnection extends VisitRef {
  participantId: string;
  role: ParticipantRole;
  sessionId: string;
  nodeId: string;
}

/** Admission as the database has it: a meeting node reads it here and reports connections. */
export abstract class MeetingAdmission {
  /** @returns The visit, or null when it is unknown or due to be forgotten, or its organisation is out of use. */
  abstract read(visit: VisitRef): Promise<MeetingVisit | null>;
  /** A participant's connection is live. */
  abstract connected(seat: SeatConnection): Promise<void>;
  /** The connection went; the place is kept. Does nothing when the participant is connected elsewhere by now. */
  abstract disconnected(seat: SeatConnection): Promise<void>;
  /** The participant left on purpose. */
  abstract left(seat: SeatConnection): Promise<void>;
}

/** A line is changed only while this is so. */
interface Only {
  connectedNodeId?: string;
}

/** By the clock that all nodes share. */
const LINE_ENDED = { connectedNodeId: null, withoutLineSince: () => 'clock_timestamp()' };

/** Somebody who was let in and comes for the first time joins the meeting. A waiting client is not in it yet. */
const LINE_BEGUN = {
  withoutLineSince: null,
  joinedAt: () =>
    "CASE WHEN admission = 'admitted' THEN coalesce(joined_at, :now) ELSE joined_at END",
};

/** Admission in the rows of participants; for a professional in whether they reach the visit, and in their sessions. */
@Injectable()
export class DatabaseMeetingAdmission extends MeetingAdmission {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async read(of: VisitRef): Promise<MeetingVisit | null> {
    return this.scope.of(of.organisationId, (tx) => this.#read(tx, of));
  }

  async #read(tx: EntityManager, of: VisitRef): Promise<MeetingVisit | null> {
    const now = this.clock.now();
    const rows = await admissionRows(tx, of, now);
    if (rows === null) {
      return null;
    }
    const { visit, participants } = rows;
    const { sessions, changesAt } = await seatedSessions(tx, visit, rows.sessions, now);
    const signedIn = Map.groupBy(sessions, ({ professionalId }) => professionalId);
    return {
      visitId: visit.id,
      organisationId: visit.organisationId,
      nodeId: visit.mediaNodeId,
      endedAt: visit.endedAt,
      purgeDueAt: visit.purgeDueAt,
      changesAt: changesAt !== null && changesAt < visit.purgeDueAt ? changesAt : visit.purgeDueAt,
      delay: delayOf(visit, now),
      participants: participants.map((participant) => {
        const { id, role, sessionId, professionalId, agreed } = participant;
        const sessionIds =
          professionalId === null
            ? [sessionId ?? []].flat()
            : (signedIn.get(professionalId) ?? []).map((session) => session.id);
        // Who does not reach the visit any more, or signed out everywhere, has no place, whatever their browser holds.
        const isAway = professionalId !== null && sessionIds.length === 0;
        const admission = isAway ? 'outside' : allowed(participant);
        const standing = standingOf(participant, admission, visit);
        return { participantId: id, role, ...standing, sessionIds, agreed };
      }),
    };
  }

  override async connected(seat: SeatConnection): Promise<void> {
    const { visitId, nodeId } = seat;
    await this.scope.of(seat.organisationId, async (tx) => {
      await lockVisit(tx, visitId);
      const now = this.clock.now();
      const come = { ...LINE_BEGUN, connectedNodeId: nodeId };
      const write = () => writeLine(tx, seat, { change: come, now });
      if (await keepMetOnArrival(tx, visitId, { ...seat, now }, write)) {
        // Staff may have signed out since the visit was read, and nobody tells of that who finds no line of theirs yet.
        const isKnown = comesByLink(seat.role);
        await this.changes.announce(tx, seat, isKnown ? nodeId : undefined);
      }
    });
  }

  override async disconnected(seat: SeatConnection): Promise<void> {
    await this.#change(seat, LINE_ENDED, { connectedNodeId: seat.nodeId });
  }

  override async left(seat: SeatConnection): Promise<void> {
    const change = {
      ...LINE_ENDED,
      ...(comesByLink(seat.role) ? { admission: 'left' as const } : {}),
    };
    await this.#change(seat, change, {}, (tx) => settleObservers(tx, seat.visitId));
  }

  async #change(
    seat: SeatConnection,
    change: QueryDeepPartialEntity<Participant>,
    only: Only = {},
    note: (tx: EntityManager) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.scope.of(seat.organisationId, async (tx) => {
      await lockVisit(tx, seat.visitId);
      const now = this.clock.now();
      await keepLastMet(tx, seat.visitId, now, seat.nodeId);
      if (await writeLine(tx, seat, { change, only, now })) {
        await note(tx);
        await this.changes.announce(tx, seat);
      }
    });
  }
}

/** @returns Whether the seat was theirs to write: that of who came by a link is one session's. */
async function writeLine(
  tx: EntityManager,
  { participantId: id, visitId, role, sessionId }: SeatConnection,
  { change, only, now }: { change: QueryDeepPartialEntity<Participant>; only?: Only; now: Date },
): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(Participant)
    .set(change)
    .where({ id, visitId, ...(comesByLink(role) ? { sessionId } : {}), ...only })
    .setParameters({ now })
    .execute();
  return affected === 1;
}

/** Nothing of a meeting flows to a student without the client's yes, whatever else the row says. */
function allowed({ role, admission, agreed }: AdmissionRows['participants'][number]): Admission {
  return role === 'observer' && admission === 'admitted' && agreed !== true ? 'waiting' : admission;
}
