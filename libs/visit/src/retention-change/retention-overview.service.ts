import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { keptFor } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { Retention, RetentionAnchor, ServiceRetention } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service } from '@tapaamo/organisation';
import { MESSAGES_KEPT, RetentionChange, RetentionPolicy, ruleOf } from '@tapaamo/retention';
import { KeyStore, unrevivable } from '@tapaamo/vault';
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
    private readonly keyStore: KeyStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** All services, open ones first, then by Finnish name; and what else is kept. */
  async read(actor: StaffActor): Promise<Retention> {
    const { organisationId } = actor;
    return this.scope.of(
      organisationId,
      async (tx) => ({
        services: await this.#services(tx, actor),
        others: [
          { category: 'messages', period: await messagesKeptFor(tx, organisationId) },
          { category: 'audit', period: await keptFor(tx, organisationId) },
        ],
        unrevivable: unrevivable(this.keyStore.about, this.config),
      }),
      'telling what is held',
    );
  }

  async #services(
    tx: EntityManager,
    { organisationId, professionalId }: StaffActor,
  ): Promise<ServiceRetention[]> {
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
  }

  async #describe(
    tx: EntityManager,
    { id: serviceId, retentionPolicyId, nameFi, nameSv, nameEn }: Service,
    { history, change, professionalId }: WhatIsKept & { professionalId: string },
  ): Promise<ServiceRetention> {
    const present = history.find(({ id }) => id === retentionPolicyId);
    return {
      serviceId,
      nameFi,
      nameSv,
      nameEn,
      anchor: anchorOf(present),
      period: present?.period ?? '',
      history: history.map((policy) => ({
        version: policy.version,
        anchor: anchorOf(policy),
        period: policy.period,
        since: policy.createdAt.toISOString(),
      })),
      waiting: change && {
        changeId: change.id,
        anchor: change.anchor,
        period: change.period,
        proposedAt: change.proposedAt.toISOString(),
        isOwn: change.proposedBy === professionalId,
        preview: await previewOf(
          tx,
          serviceId,
          { rule: ruleOf(change), present: present ?? ruleOf(change) },
          this.clock.now(),
        ),
      },
    };
  }
}

/** Of a policy for identifiers: of these none counts from when something was recorded. */
function anchorOf(policy: RetentionPolicy | undefined): RetentionAnchor {
  return policy?.anchor === 'relationship-end' ? 'relationship-end' : 'visit-end';
}

/** Period of the organisation's policy for messages. */
async function messagesKeptFor(tx: EntityManager, organisationId: string): Promise<string> {
  const where = { organisationId, category: 'messages' } as const;
  const policy = await tx.findOne(RetentionPolicy, { where, order: { version: 'DESC' } });
  return policy?.period ?? MESSAGES_KEPT;
}
