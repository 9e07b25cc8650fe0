import { Injectable } from '@nestjs/common';
import { ActWindow, AuditLog, byRecordSystem } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { RecordVisit } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import { openReference } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';
import type { RecordActor } from '../keys/record-callers.js';
import { ReceiptFacts } from '../receipt/receipt-facts.js';
import { recordedVisit } from './recorded-visit.js';

/** Shows a record system how a visit of its organisation stands, and its receipt. */
@Injectable()
export class RecordVisits {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly facts: ReceiptFacts,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly acts: ActWindow,
    private readonly clock: Clock,
  ) {}

  /** Reading it is told in the audit log; reading it again and again is one act. @throws DeniedOrMissingError */
  async read(actor: RecordActor, visitId: string): Promise<RecordVisit> {
    const act = `${actor.keyId}|visit|${visitId}`;
    const visit = await this.scope.of(actor.organisationId, async (tx) => {
      const found = await this.#read(tx, actor, visitId);
      if (this.acts.isNew(act)) {
        const target = { kind: 'visit', id: visitId } as const;
        const event = 'record-system.visit-read';
        await this.audit.append(tx, { ...byRecordSystem(actor), event, target, details: {} });
      }
      return found;
    });
    this.acts.remember([act]);
    return visit;
  }

  async #read(
    tx: EntityManager,
    { organisationId }: RecordActor,
    visitId: string,
  ): Promise<RecordVisit> {
    const now = this.clock.now();
    const found = await recordedVisit(tx, visitId, { organisationId, now });
    if (found === null) {
      throw new DeniedOrMissingError();
    }
    const { visit, booking } = found;
    const { professionalId, serviceId, status, version, cancelReason } = booking;
    return {
      visitId,
      ...{ professionalId, serviceId, status, version, cancelReason },
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      recordReference: await openReference(this.vault, tx, visit),
      receipt: visit.endedAt === null ? null : await this.facts.read(tx, visitId),
    };
  }
}
