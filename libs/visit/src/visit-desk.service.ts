import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { ClientIdentifierViews } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { Visit, VisitParticipant } from '@tapaamo/contracts';
import { IdentificationService } from '@tapaamo/identification';
import { Service, nameOf } from '@tapaamo/organisation';
import { Professional } from '@tapaamo/professional';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { isConnected } from './is-connected.js';
import { MediaNodes } from './meeting-node/media-nodes.js';
import { ownVisit } from './own-visit.js';
import { Participant, type SealedClient } from './participant.entity.js';

/** The professional's side of a visit: who is there, and who they are. */
@Injectable()
export class VisitDesk {
  constructor(
    private readonly views: ClientIdentifierViews,
    private readonly identifications: IdentificationService,
    private readonly nodes: MediaNodes,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws DeniedOrMissingError */
  async read(actor: StaffActor, visitId: string): Promise<Visit> {
    return this.views.show(actor, 'visit', async (tx) => ({
      answer: await this.#read(tx, actor, visitId),
      visitIds: [visitId],
    }));
  }

  async #read(tx: EntityManager, actor: StaffActor, visitId: string): Promise<Visit> {
    const { visit, booking } = await ownVisit(tx, actor, visitId, { now: this.clock.now() });
    const service = await tx.findOneByOrFail(Service, { id: booking.serviceId });
    const rows = await tx.find(Participant, {
      where: { visitId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const own = rows.find((row) => row.professionalId === actor.professionalId);
    if (own === undefined) {
      throw new DeniedOrMissingError();
    }
    return {
      id: visit.id,
      bookingId: booking.id,
      serviceName: nameOf(service),
      identificationLevel: booking.identificationLevel,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      status: booking.status,
      endedAt: visit.endedAt?.toISOString() ?? null,
      purgeDueAt: visit.purgeDueAt.toISOString(),
      ownParticipantId: own.id,
      participants: await this.#participants(tx, visitId, rows),
    };
  }

  async #participants(
    tx: EntityManager,
    visitId: string,
    rows: Participant[],
  ): Promise<VisitParticipant[]> {
    // One after the other: a transaction has one connection.
    const verdicts = await this.identifications.verdictsOf(tx, visitId);
    const alive = await this.nodes.aliveIds(tx);
    const open = await this.vault.opener(tx, [visitId]);
    return Promise.all(
      rows.map(async (row) => {
        return {
          id: row.id,
          role: row.role,
          name: await this.#nameOf(tx, row, open),
          admission: row.admission,
          arrivalId: row.role === 'client' ? row.sessionId : null,
          connected: isConnected(row, alive),
          arrivedAt: row.arrivedAt?.toISOString() ?? null,
          // A verdict counts for the session that stands at the door, not for an earlier one.
          verdict: verdicts.get(row.sessionId ?? '') ?? null,
          deviceCheck:
            row.deviceCamera === null || row.deviceMicrophone === null
              ? null
              : { camera: row.deviceCamera, microphone: row.deviceMicrophone },
        };
      }),
    );
  }

  async #nameOf(
    tx: EntityManager,
    row: Participant,
    open: Awaited<ReturnType<Vault['opener']>>,
  ): Promise<string> {
    if (row.professionalId !== null) {
      const professional = await tx.findOneByOrFail(Professional, { id: row.professionalId });
      return professional.displayName;
    }
    const place = { table: 'participant', rowId: row.id };
    return row.envelope === null
      ? ''
      : (open<SealedClient>(row.visitId, place, row.envelope)?.name ?? '');
  }
}
