import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { ServiceRetention } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service } from '@tapaamo/organisation';
import { RetentionChange, RetentionPolicy } from '@tapaamo/retention';
import { IsNull, type EntityManager } from 'typeorm';
import { previewOf } from './affected-visits.js';

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
      const described: ServiceRetention[] = [];
      for (const service of services) {
        described.push(await this.#describe(tx, service, professionalId));
      }
      return described;
    });
  }

  async #describe(
    tx: EntityManager,
    { id: serviceId, organisationId, retentionPolicyId, nameFi, nameSv, nameEn }: Service,
    askedBy: string,
  ): Promise<ServiceRetention> {
    const history = await tx.find(RetentionPolicy, {
      where: [serviceId, IsNull()].map((whose) => ({
        organisationId,
        serviceId: whose,
        category: 'identifiers',
      })),
      order: { version: 'DESC' },
    });
    const period = history.find(({ id }) => id === retentionPolicyId)?.period ?? '';
    const change = await tx.findOneBy(RetentionChange, { serviceId, state: 'proposed' });
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
        isOwn: change.proposedBy === askedBy,
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
