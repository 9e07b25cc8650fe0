import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import type { AuditDetails } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { ActWindow } from './act-window.js';
import { AuditLog, byStaff } from './audit-log.js';

/** What was read, and whose identifiers were opened for it. */
interface Read<Answer> {
  answer: Answer;
  visitIds: readonly string[];
}

/**
 * Shows clients' identifiers to staff and tells the audit log so, in one transaction: what is not told is not shown.
 * A page that reads itself anew is one act, so one entry names every visit that came into view.
 */
@Injectable()
export class ClientIdentifierViews {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly acts: ActWindow,
  ) {}

  /** @param read - Reads in the actor's organisation. */
  async show<Answer>(
    actor: StaffActor,
    place: AuditDetails<'client-identifiers.viewed'>['place'],
    read: (tx: EntityManager) => Promise<Read<Answer>>,
  ): Promise<Answer> {
    const prefix = `${actor.professionalId}|${place}|`;
    const [answer, shown] = await this.scope.of(actor.organisationId, async (tx) => {
      const found = await read(tx);
      const visits = found.visitIds.filter((id) => this.acts.isNew(prefix + id));
      if (visits.length > 0) {
        const details = { place, count: visits.length };
        const event = 'client-identifiers.viewed';
        await this.audit.append(tx, { ...byStaff(actor), event, visits, details });
      }
      return [found.answer, visits];
    });
    // Only now: what was rolled back was neither told nor shown.
    this.acts.remember(shown.map((id) => prefix + id));
    return answer;
  }
}
