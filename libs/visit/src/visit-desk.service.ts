import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { ClientIdentifierViews } from '@tapaamo/audit';
import { correctionOf, type BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import {
  comesByLink,
  participantRoleSchema,
  presenceAfter,
  type ColleagueName,
  type Visit,
  type VisitParticipant,
  type VisitRelation,
} from '@tapaamo/contracts';
import {
  HandBackService,
  IdentificationService,
  type AttemptsOfVisit,
  type VerdictAtTheDoor,
} from '@tapaamo/identification';
import { Service, nameOf } from '@tapaamo/organisation';
import { ProfessionalService } from '@tapaamo/professional';
import { RetentionPolicy } from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import { IsNull, type EntityManager } from 'typeorm';
import { mayEndAlone, standingOf } from './room/alone.js';
import { beginnerWithoutLineMs } from './room/beginner.js';
import { deviceResultOf } from './device-test/device-result.js';
import { delayOf } from './door/delay.js';
import { HeldVisits } from './holding/held-visits.service.js';
import { shownCode } from './identifying/shown-code.js';
import { knownLines, withoutLineMs, type KnownLines } from './meeting-node/lines.js';
import { Participant, type SealedPerson } from './participant.entity.js';
import { numberedObservers } from './people/numbered-observers.js';
import { ObserverAnswer } from './people/observer-answer.entity.js';
import { openPerson } from './people/open-person.js';
import { shownContact } from './people/shown-contact.js';
import { BookingShare } from './reach/booking-share.entity.js';
import { reach } from './reach/reach.js';
import { reachedVisit } from './reach/reached-visit.js';
import { openReference } from './reference/sealed-reference.js';
import type { VisitRow } from './visit.entity.js';
import { VisitRestrictedError } from './visit.errors.js';

/** A visit whose participants are described. */
interface Described {
  booking: BookingRow;
  /** By what the reader reaches it. */
  relation: VisitRelation;
  visit: VisitRow;
  rows: Participant[];
  /** Names of staff by account. */
  staff: Map<string, string>;
}

/** The staff's side of a visit: who is there, and who they are. */
@Injectable()
export class VisitDesk {
  constructor(
    private readonly views: ClientIdentifierViews,
    private readonly identifications: IdentificationService,
    private readonly handBacks: HandBackService,
    private readonly professionals: ProfessionalService,
    private readonly held: HeldVisits,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws DeniedOrMissingError; VisitRestrictedError (`visit.restricted`) of one that they reached and that is held */
  async read(actor: StaffActor, visitId: string): Promise<Visit> {
    try {
      return await this.views.show(actor, 'visit', async (tx) => ({
        answer: await this.#read(tx, actor, visitId),
        visitIds: [visitId],
      }));
    } catch (error) {
      if (error instanceof DeniedOrMissingError && (await this.held.wasReached(actor, visitId))) {
        throw new VisitRestrictedError();
      }
      throw error;
    }
  }

  async #read(tx: EntityManager, actor: StaffActor, visitId: string): Promise<Visit> {
    const options = { now: this.clock.now() };
    const { visit, booking, relation } = await reachedVisit(tx, actor, visitId, options);
    const service = await tx.findOneByOrFail(Service, { id: booking.serviceId });
    const shares = await tx.findBy(BookingShare, { visitId });
    const rows = await this.#present(tx, visit);
    const ids = [
      booking.professionalId,
      ...shares.map(({ professionalId }) => professionalId),
      ...rows.flatMap(({ professionalId }) => professionalId ?? []),
    ];
    const staff = await this.professionals.namesIn(tx, actor.organisationId, ids);
    const own = rows.find((row) => row.professionalId === actor.professionalId);
    return {
      id: visit.id,
      bookingId: booking.id,
      serviceName: nameOf(service),
      identificationLevel: booking.identificationLevel,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      status: booking.status,
      version: booking.version,
      endedAt: visit.endedAt?.toISOString() ?? null,
      cancelReason: booking.cancelReason,
      outcomeReason: booking.outcomeReason,
      correction: correctionOf(booking),
      wasHeld: visit.lastMetAt !== null,
      delay: delayOf(visit, options.now),
      recordReference: await openReference(this.vault, tx, visit),
      purgeDueAt: visit.purgeDueAt.toISOString(),
      relationship: await relationshipOf(tx, visit),
      professional: colleagueIn(staff, booking.professionalId),
      relation,
      sharedWith: [...staff.keys()]
        .filter((id) => shares.some(({ professionalId }) => professionalId === id))
        .map((id) => colleagueIn(staff, id)),
      ownParticipantId: own?.id ?? null,
      clientIsMinor: booking.clientIsMinor,
      nonDisclosure: booking.nonDisclosure,
      bookedBySelf: booking.bookedBy === actor.professionalId,
      alone: await this.#alone(tx, visit, own?.id ?? null),
      participants: await this.#participants(tx, actor, {
        booking,
        relation,
        visit,
        rows,
        staff,
      }),
    };
  }

  async #alone(tx: EntityManager, visit: VisitRow, ownId: string | null): Promise<Visit['alone']> {
    const { aloneWith: withId, aloneBy: byId } = visit;
    if (withId === null || byId === null) {
      return null;
    }
    const beginnerMs = await beginnerWithoutLineMs(tx, visit, this.clock.now());
    return { withId, byId, mayEnd: mayEndAlone(visit, ownId, beginnerMs) };
  }

  /** Where somebody stands, how their line is, and since when they wait. */
  #placeOf(
    row: Participant,
    visit: VisitRow,
    lines: KnownLines,
  ): Pick<
    VisitParticipant,
    'admission' | 'because' | 'connected' | 'presence' | 'lineLostAt' | 'waitingSince'
  > {
    const { admission, arrivedAt, waitingSince } = row;
    const { because } = standingOf(row, admission, visit);
    const isHere = admission === 'waiting' || admission === 'admitted';
    const lostMs = withoutLineMs(row, lines);
    const isLost = isHere && lostMs > 0 && Number.isFinite(lostMs);
    const since = waitingSince ?? arrivedAt;
    return {
      admission,
      because,
      connected: lostMs === 0,
      presence: isHere ? presenceAfter(lostMs) : null,
      lineLostAt: isLost ? new Date(this.clock.nowMs() - lostMs).toISOString() : null,
      waitingSince: admission === 'waiting' && since !== null ? since.toISOString() : null,
    };
  }

  /** The participants in the order in which they came, without who was removed and staff who do not reach it any more. */
  async #present(tx: EntityManager, visit: VisitRow): Promise<Participant[]> {
    const { id: visitId, organisationId } = visit;
    const where = { organisationId, now: this.clock.now() };
    const reaching = await reach(tx, where, { visitIds: [visitId] });
    const rows = await tx.find(Participant, {
      where: { visitId, removedAt: IsNull() },
      order: { id: 'ASC' },
    });
    const present = rows.filter(
      ({ professionalId }) =>
        professionalId === null || reaching.some((one) => one.professionalId === professionalId),
    );
    return present.toSorted(
      (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || rankOf(a) - rankOf(b),
    );
  }

  async #participants(
    tx: EntityManager,
    reader: StaffActor,
    { booking, relation, visit, rows, staff }: Described,
  ): Promise<VisitParticipant[]> {
    const { id: visitId } = visit;
    // One after the other: a transaction has one connection.
    const verdicts = await this.identifications.verdictsAtTheDoor(tx, visitId, rows);
    const handBacksRefused = await this.handBacks.refusedIn(tx, visitId);
    const handBacksUnanswered = await this.handBacks.unansweredIn(tx, visitId);
    const handBacksOpen = await this.handBacks.openUntil(tx, visitId);
    const attempts = await this.identifications.attemptsOf(tx, visitId);
    const lines = await knownLines(tx);
    const open = await this.vault.opener(tx, [visitId]);
    const answers = await tx.findBy(ObserverAnswer, { visitId });
    const numbered = await numberedObservers(tx, visitId);
    return rows.map((row) => ({
      ...personIn(openPerson(row, open), row, { reader, booking, relation }),
      id: row.id,
      role: row.role,
      linkGeneration: row.linkGeneration,
      ...(row.professionalId === null ? {} : { name: staff.get(row.professionalId) ?? '' }),
      ...this.#placeOf(row, visit, lines),
      arrivalId: comesByLink(row.role) ? row.sessionId : null,
      arrivedAt: row.arrivedAt?.toISOString() ?? null,
      ...identificationOf(row, verdicts, attempts),
      unidentifiedAllowed: row.unidentifiedAllowed,
      handBackRefused: handBacksRefused.has(row.id),
      handBackUnanswered: handBacksUnanswered.has(row.id),
      handBackOpenUntil: handBacksOpen.get(row.id)?.toISOString() ?? null,
      deviceCheck: deviceResultOf(row),
      agreed: row.agreed,
      answers: answers
        .filter(({ observerId }) => observerId === row.id)
        .map(({ participantId, agreed }) => ({ participantId, agreed })),
      observerNumber: numbered.find(({ id }) => id === row.id)?.number ?? null,
    }));
  }
}

/** What the door found, of all who came by the link. */
function identificationOf(
  { id, sessionId }: Participant,
  verdicts: ReadonlyMap<string, VerdictAtTheDoor>,
  { failedByProvider, locked }: AttemptsOfVisit,
): Pick<
  VisitParticipant,
  'verdict' | 'verdictIsOther' | 'failedByProvider' | 'identificationLocked'
> {
  const found = verdicts.get(id);
  return {
    verdict: found?.verdict ?? null,
    verdictIsOther: found?.isOther ?? false,
    failedByProvider: failedByProvider.has(sessionId ?? ''),
    identificationLocked: locked.has(id),
  };
}

/** What is known of somebody who comes by a link, as the reader may see it; nothing of who cannot be opened. */
function personIn(
  person: SealedPerson | null,
  { role }: Participant,
  { reader, booking, relation }: Pick<Described, 'booking' | 'relation'> & { reader: StaffActor },
): Pick<
  VisitParticipant,
  'name' | 'contact' | 'isWrittenTo' | 'interpreterLanguage' | 'identityCode'
> {
  const contact = person === null ? null : shownContact(reader, booking, role, person);
  const looking = { role, relation, withheld: contact?.withheld ?? true };
  return {
    name: person?.name ?? '',
    contact,
    isWrittenTo: person !== null && (person.phone !== null || person.email !== null),
    interpreterLanguage: person?.interpreterLanguage ?? null,
    identityCode: shownCode(person?.hetu ?? null, looking),
  };
}

/** The client before who comes with them, and the staff last. */
function rankOf({ role }: Participant): number {
  return participantRoleSchema.options.indexOf(role);
}

/** Null where how long the visit is known does not depend on it. */
async function relationshipOf(tx: EntityManager, visit: VisitRow): Promise<Visit['relationship']> {
  const { relationshipEndedAt: endedAt, relationshipReviewAt: reviewAt, retentionPolicyId } = visit;
  if (endedAt === null && reviewAt === null) {
    return null;
  }
  const { period } = await tx.findOneByOrFail(RetentionPolicy, { id: retentionPolicyId });
  return {
    endedAt: endedAt?.toISOString() ?? null,
    reviewAt: reviewAt?.toISOString() ?? null,
    period,
  };
}

function colleagueIn(staff: Map<string, string>, id: string): ColleagueName {
  return { id, displayName: staff.get(id) ?? '' };
}
