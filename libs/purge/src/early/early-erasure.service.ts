import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { ErasureReason, StaffRole } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Vault } from '@tapaamo/vault';
import { HideVisit, VisitHeldError, VisitRow } from '@tapaamo/visit';

/** Who may have a visit forgotten before its day. They need not reach it: nothing of it is shown to them. */
const MAY_ERASE: readonly StaffRole[] = ['admin', 'data-protection-officer'];

const HELD = { lock: { mode: 'pessimistic_write' } } as const;

/** The use case "a visit is forgotten before its day" (GDPR, articles 17 and 7(3)). */
@Injectable()
export class EarlyErasure {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly hiding: HideVisit,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Hides a visit and forgets its key, both at once. Its rows, and the day keys that old copies of it open with, go with the
   * next sweep. Of a visit that is being forgotten already nothing more is done.
   *
   * @throws DeniedOrMissingError, also when it is forgotten already; VisitHeldError (`visit.held`); KeysMissingError
   *   (`vault.keys-missing`), and then it stays as it was
   */
  async erase(actor: StaffActor, visitId: string, reason: ErasureReason): Promise<void> {
    const { organisationId, roles } = actor;
    if (!roles.some((role) => MAY_ERASE.includes(role))) {
      throw new DeniedOrMissingError();
    }
    await this.scope.of(
      organisationId,
      async (tx) => {
        const where = { id: visitId, organisationId };
        const visit = await tx.findOne(VisitRow, { where, ...HELD });
        if (visit === null) {
          throw new DeniedOrMissingError();
        }
        if (visit.heldDueAt !== null) {
          throw new VisitHeldError();
        }
        if (visit.purgeDueAt <= this.clock.now()) {
          return;
        }
        await this.hiding.hide(tx, visit);
        const target = { kind: 'visit', id: visitId } as const;
        const details = { reason };
        await this.audit.append(tx, {
          ...byStaff(actor),
          event: 'visit.erased-early',
          target,
          details,
        });
        // Last: the key is gone for good, whatever becomes of the transaction.
        await this.vault.puncture(tx, organisationId, [visitId]);
      },
      'forgetting what is due',
    );
    this.logger.info('visit.erased-early', { visitId, organisationId });
  }
}
