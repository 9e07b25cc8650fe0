import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import type { VisitRef } from '../visit-ref.js';
import { reach } from './reach.js';

/** Tells other processes' pages and streams whose a visit is. */
@Injectable()
export class VisitReach {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Accounts of everybody who reaches a visit now, in no order. */
  async accountsOf({ organisationId, visitId }: VisitRef): Promise<string[]> {
    const now = this.clock.now();
    const found = await this.scope.of(organisationId, (tx) =>
      reach(tx, { organisationId, now }, { visitIds: [visitId] }),
    );
    return found.map(({ professionalId }) => professionalId);
  }
}
