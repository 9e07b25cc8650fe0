import { Injectable } from '@nestjs/common';
import { BookingRow, outcomeOf } from '@tapaamo/booking';
import { receiptSchema, type ParticipantRole, type Receipt } from '@tapaamo/contracts';
import { IdentificationService } from '@tapaamo/identification';
import { Service, nameOf } from '@tapaamo/organisation';
import { Participant, VisitNotEndedError, VisitRow } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';

/** Reads what a receipt tells out of the visit's own rows: a receipt is kept nowhere, so it is forgotten with them. */
@Injectable()
export class ReceiptFacts {
  constructor(private readonly identifications: IdentificationService) {}

  /**
   * @param visitId - Of a visit that whoever asks may see.
   * @throws VisitNotEndedError (`visit.not-ended`)
   */
  async read(tx: EntityManager, visitId: string): Promise<Receipt> {
    const visit = await tx.findOneByOrFail(VisitRow, { id: visitId });
    const { endedAt } = visit;
    if (endedAt === null) {
      throw new VisitNotEndedError();
    }
    const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    const service = await tx.findOneByOrFail(Service, { id: booking.serviceId });
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const people = await tx.find(Participant, { where: { visitId }, order });
    const findings = await this.identifications.findingsOf(tx, visitId);
    // What is told of the client is the client's own, a child's too: a guardian shows in the roles.
    const client = people.find(({ role }) => role === 'client');
    return receiptSchema.parse({
      visitId,
      serviceId: service.id,
      serviceName: nameOf(service),
      professionalId: booking.professionalId,
      outcome: outcomeOf(booking.status, false),
      cancelReason: booking.cancelReason,
      bookedFrom: booking.startsAt.toISOString(),
      bookedUntil: booking.endsAt.toISOString(),
      arrivedAt: instant(client?.arrivedAt),
      letInAt: instant(client?.admittedAt),
      metFrom: instant(visit.firstMetAt),
      metUntil: instant(visit.lastMetAt),
      endedAt: endedAt.toISOString(),
      roles: rolesOf(people),
      identificationLevel: booking.identificationLevel,
      identification: findings.get(client?.sessionId ?? '') ?? null,
    } satisfies Receipt);
  }
}

function rolesOf(people: readonly Participant[]): ParticipantRole[] {
  const came = people.flatMap(({ role, joinedAt }) =>
    joinedAt === null ? [] : { role, joinedAt },
  );
  return came
    .toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())
    .map(({ role }) => role);
}

function instant(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
