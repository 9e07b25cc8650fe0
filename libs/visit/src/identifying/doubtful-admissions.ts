import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import type { BookingRow } from '@tapaamo/booking';
import {
  arrivalFindingOf,
  arrivalWarningsOf,
  isProvedAs,
  isWarnedAnew,
  needsReason,
  reasonsFor,
  type Admission,
  type AdmitRequest,
  type UnidentifiedReason,
  type Verdict,
} from '@tapaamo/contracts';
import { HandBackService, IdentificationService } from '@tapaamo/identification';
import { StatisticsService } from '@tapaamo/statistics';
import { In, IsNull, type EntityManager } from 'typeorm';
import { isConnected } from '../is-connected.js';
import { MediaNodes } from '../meeting-node/media-nodes.js';
import { Participant } from '../participant.entity.js';
import { FindingChangedError, ReasonNeededError } from '../visit.errors.js';

/** That somebody is let in though they were not identified as the booked person. */
export interface Doubt {
  booking: BookingRow;
  /** Why they are let in all the same. */
  reason: UnidentifiedReason;
}

/** Letting in somebody of whom the door is not sure: the professional says why, and it is told and counted. */
@Injectable()
export class DoubtfulAdmissions {
  constructor(
    private readonly identifications: IdentificationService,
    private readonly handBacks: HandBackService,
    private readonly statistics: StatisticsService,
    private readonly audit: AuditLog,
    private readonly nodes: MediaNodes,
  ) {}

  /**
   * Who was found to be somebody else by a link is so, too, when they come again by it without identifying.
   *
   * @param said.finding - What the professional saw, with `said.warnings`; not compared where their page did not send it.
   * @param said.reason - What they say.
   * @returns Null for who was identified as the booked person, or need not be.
   * @throws FindingChangedError (`visit.finding-changed`) when it is another by now, or there is more to look at; ReasonNeededError
   *   (`visit.reason-needed`) when no reason is given, or one that is not true
   */
  async weigh(
    tx: EntityManager,
    booking: BookingRow,
    { id, visitId, role, sessionId }: Participant,
    { finding: seen, warnings, reason: given }: Omit<AdmitRequest, 'arrivalId'>,
  ): Promise<Doubt | null> {
    const people = [{ id, sessionId }];
    const found = await this.identifications.verdictsAtTheDoor(tx, visitId, people);
    const verdict = found.get(id)?.verdict;
    const finding = arrivalFindingOf(verdict);
    const isOther = seen !== undefined && finding !== seen;
    if (isOther || (await this.#isWarnedAnew(tx, { id, visitId }, verdict, warnings))) {
      throw new FindingChangedError();
    }
    if (!needsReason({ role, finding }, booking)) {
      return null;
    }
    if (given === undefined || !reasonsFor({ role, finding }, booking).includes(given)) {
      throw new ReasonNeededError();
    }
    if (
      given === 'with-guardian' &&
      !isProvedAs('guardian', verdict) &&
      !(await this.#isGuarded(tx, visitId))
    ) {
      throw new ReasonNeededError();
    }
    return { booking, reason: given };
  }

  async #isWarnedAnew(
    tx: EntityManager,
    { id, visitId }: Pick<Participant, 'id' | 'visitId'>,
    verdict: Verdict | undefined,
    seen: AdmitRequest['warnings'],
  ): Promise<boolean> {
    if (seen === undefined) {
      return false;
    }
    const handBackRefused = (await this.handBacks.refusedIn(tx, visitId)).has(id);
    const handBackUnanswered = (await this.handBacks.unansweredIn(tx, visitId)).has(id);
    const found = { verdict, handBackRefused, handBackUnanswered };
    return isWarnedAnew(seen, arrivalWarningsOf(found));
  }

  /** Tells the audit log that they were let in, and counts why: some reasons are true of one finding only, which is sealed. */
  async note(
    tx: EntityManager,
    actor: StaffActor,
    { id, visitId, role }: Participant,
    { booking, reason }: Doubt,
  ): Promise<void> {
    const { organisationId, serviceId, startsAt, clientIsMinor } = booking;
    const counted = { organisationId, serviceId, startsAt, reason };
    await this.statistics.countDoubtfulAdmission(tx, counted);
    await this.audit.append(tx, {
      ...byStaff(actor),
      target: { kind: 'participant', id },
      visits: [visitId],
      ...(role === 'client' && clientIsMinor
        ? { event: 'visit.child-admitted', details: {} }
        : { event: 'visit.doubtful-admitted', details: { role } }),
    });
  }

  /** Whether a guardian is there, with a line, who was identified as the one who was booked. */
  async #isGuarded(tx: EntityManager, visitId: string): Promise<boolean> {
    const guardians = await tx.findBy(Participant, {
      visitId,
      role: 'guardian',
      removedAt: IsNull(),
      admission: In<Admission>(['waiting', 'admitted']),
    });
    const alive = await this.nodes.aliveIds(tx);
    for (const { sessionId } of guardians.filter((one) => isConnected(one, alive))) {
      if (await this.identifications.isSamePerson(tx, visitId, sessionId ?? '')) {
        return true;
      }
    }
    return false;
  }
}
