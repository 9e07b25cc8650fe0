import { Injectable } from '@nestjs/common';
import { BookingRow, correctionOf, outcomeOf } from '@tapaamo/booking';
import { receiptSchema, type Receipt } from '@tapaamo/contracts';
import { IdentificationService } from '@tapaamo/identification';
import { Service, nameOf } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import { Participant, VisitNotEndedError, VisitRow, openReference } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';

/** Reads what a receipt tells out of the visit's own rows: a receipt is kept nowhere, so it is forgotten with them. */
@Injectable()
export class ReceiptFacts {
  constructor(
    private readonly identifications: IdentificationService,
    private readonly vault: Vault,
  ) {}

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
    // What is told of the client is the client's own, a child's too: a guardian shows among the participants.
    const client = people.find(({ role }) => role === 'client');
    const identification = await this.#identificationOf(tx, client);
    return receiptSchema.parse({
      visitId,
      recordReference: await openReference(this.vault, tx, visit),
      serviceId: service.id,
      serviceName: nameOf(service),
      professionalId: booking.professionalId,
      outcome: outcomeOf(booking.status, false),
      cancelReason: booking.cancelReason,
      correction: correctionOf(booking),
      bookedFrom: booking.startsAt.toISOString(),
      bookedUntil: booking.endsAt.toISOString(),
      arrivedAt: instant(client?.arrivedAt),
      letInAt: instant(client?.admittedAt),
      metFrom: instant(visit.firstMetAt),
      // Who was put out with a stolen link was not the client.
      metUntil: visit.firstMetAt === null ? null : instant(visit.lastMetAt),
      endedAt: endedAt.toISOString(),
      participants: whoCame(people),
      identificationLevel: booking.identificationLevel,
      identification,
    } satisfies Receipt);
  }

  /** Of the browser that was let in, whether it is still there; of a client who never was, the latest. */
  async #identificationOf(
    tx: EntityManager,
    client: Participant | undefined,
  ): Promise<Receipt['identification']> {
    if (client === undefined) {
      return null;
    }
    const { visitId, id: participantId, admittedSessionId } = client;
    const findings = await this.identifications.findingsOf(tx, { visitId, participantId });
    const byTime = [...findings.values()].toSorted((a, b) =>
      a.identifiedAt.localeCompare(b.identifiedAt),
    );
    const found = admittedSessionId === null ? byTime.at(-1) : findings.get(admittedSessionId);
    // Compared with a code that is not booked any more, it says nothing of the client.
    return found === undefined || found.codeChanged === true ? null : found;
  }
}

function whoCame(people: readonly Participant[]): Receipt['participants'] {
  const came = people.flatMap(({ role, professionalId, joinedAt }) =>
    joinedAt === null ? [] : { role, professionalId, joinedAt },
  );
  return came.toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
}

function instant(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
