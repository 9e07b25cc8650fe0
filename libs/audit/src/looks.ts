import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { OrganisationScope } from '@tapaamo/database';
import { ActWindow } from './act-window.js';
import { AuditLog, byStaff } from './audit-log.js';

/** Tells that staff looked at a page that reads itself anew, once for each act of looking. */
@Injectable()
export class Looks {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly acts: ActWindow,
  ) {}

  async note(actor: StaffActor, event: 'forgetting.viewed'): Promise<void> {
    const act = `${actor.professionalId}|${event}`;
    if (this.acts.isNew(act)) {
      await this.scope.of(actor.organisationId, (tx) =>
        this.audit.append(tx, { ...byStaff(actor), event, details: {} }),
      );
      this.acts.remember([act]);
    }
  }
}
