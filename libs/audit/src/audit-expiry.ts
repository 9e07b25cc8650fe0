import { Injectable } from '@nestjs/common';
import { Clock, addPeriod, localDateOf } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { RetentionPolicy } from '@tapaamo/retention';
import type { EntityManager } from 'typeorm';
import { AuditLog } from './audit-log.js';

/** How long the audit log is kept when the organisation has not decided (README). */
export const AUDIT_KEPT = 'P5Y';

/** Lets expire what the audit log has held long enough; the chain goes on from a checkpoint. */
@Injectable()
export class AuditExpiry {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @returns How many entries went. */
  async expire(organisationId: string): Promise<number> {
    return this.scope.of(organisationId, async (tx) => {
      const before = addPeriod(this.clock.now(), `-${await keptFor(tx, organisationId)}`);
      const [{ count }] = await tx.query<[{ count: string }]>(
        'SELECT audit_expire($1, $2) AS count',
        [organisationId, before],
      );
      if (count !== '0') {
        await this.audit.append(tx, {
          organisationId,
          actor: { kind: 'system' },
          event: 'audit.expired',
          details: { count: Number(count), recordedBefore: localDateOf(before) },
        });
      }
      return Number(count);
    });
  }
}

/** Period of the organisation's policy for its audit log. */
export async function keptFor(tx: EntityManager, organisationId: string): Promise<string> {
  const policy = await tx.findOne(RetentionPolicy, {
    where: { organisationId, category: 'audit' },
    order: { version: 'DESC' },
  });
  return policy?.period ?? AUDIT_KEPT;
}
