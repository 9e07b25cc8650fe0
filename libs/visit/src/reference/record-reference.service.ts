import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { openReference, sealReference } from './sealed-reference.js';

/** The use case "the record system knows this visit as …". */
@Injectable()
export class RecordReferenceService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the record system's own reference of a visit, or takes it away, also when the visit has ended. Whoever was told of
   * the visit is told again. As it is already, nothing changes.
   *
   * @throws DeniedOrMissingError, also for whom the visit is only shared with; VaultSealedError
   */
  async set(actor: StaffActor, visitId: string, reference: string | null): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true, toDecide: true };
      const { visit } = await reachedVisit(tx, actor, visitId, options);
      if ((await openReference(this.vault, tx, visit)) === reference) {
        return;
      }
      const sealedReference = await sealReference(this.vault, tx, visitId, reference);
      await tx.update(VisitRow, { id: visitId }, { sealedReference });
      await this.changes.announce(tx, { organisationId, visitId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'booking.reference-changed',
        target: { kind: 'visit', id: visitId },
        details: {},
      });
    });
  }
}
