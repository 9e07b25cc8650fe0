import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { ServiceRetention } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service } from '@tapaamo/organisation';
import { RetentionChange, RetentionPolicy } from '@tapaamo/retention';
import type { EntityManager } from 'typeorm';
import { previewOf } from './affected-visits.js';

/** Of one service: its policies, the newest first, and what waits to be confirmed. */
interface WhatIsKept {
  history: RetentionPolicy[];
  change: RetentionChange | null;
}

/** How long clients of each service are known, since when, and what waits to be confirmed. */
@Injectable()
export class RetentionOverview {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** All services: open ones first, then by Finnish name. */
  async list({ organisationId, professionalId }: StaffActor): Promise<ServiceRetention[]> {
    return this.scope.of(organisationId, async (tx) => {
      const order = { active: 'DESC', nameFi: 'ASC', id: 'ASC' } as const;
      const services = await tx.find(Service, { where: { organisationId }, order });
      const policies = await tx.find(RetentionPolicy, {
        where: { organisationId, category: 'identifiers' },
        order: { version: 'DESC' },
      });
      const changes = await tx.findBy(RetentionChange, { organisationId, state: 'proposed' });
      const described: ServiceRetention[] = [];
      for (const service of services) {
        const history = policies.filter(({ serviceId }) => [null, service.id].includes(serviceId));
        const change = changes.find(({ serviceId }) => serviceId === service.id) ?? null;
        described.push(await this.#describe(tx, service, { history, change, professionalId }));
      }
      return described;
    });
  }

  async #describe(
    tx: EntityManager,
    { id: serviceId, retentionPolicyId, nameFi, nameSv, nameEn }: Service,
    { history, change, professionalId }: WhatIsKept & { professionalId: string },
  ): Promise<ServiceRetention> {
    const period = history.find(({ id }) => id === retentionPolicyId)?.period ?? '';
    return {
      serviceId,
      nameFi,
      nameSv,
      nameEn,
      period,
      history: history.map(({ version, period: kept, createdAt }) => ({
        version,
        period: kept,
        since: createdAt.toISOString(),
      })),
      waiting: change && {
        changeId: change.id,
        period: change.period,
        proposedAt: change.proposedAt.toISOString(),
        isOwn: change.proposedBy === professionalId,
        preview: await previewOf(
          tx,
          serviceId,
          { period: change.period, present: period },
          this.clock.now(),
        ),
      },
    };
  }
}
