import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Gauge } from 'prom-client';
import type { EntityManager } from 'typeorm';
import { AuditCheck } from './audit-chain.entity.js';
import { examineChain, type ExaminedChain } from './examine-chain.js';
import { AuditExpiry } from './audit-expiry.js';
import { AuditLog, type AuditActor } from './audit-log.js';

const DAY_MS = 86_400_000;

/** Every chain is checked so often as far as it is new, and so often as a whole. */
const CHECKED_EVERY_MS = DAY_MS;
const FULLY_CHECKED_EVERY_MS = 7 * DAY_MS;

const brokenChains = new Gauge({
  name: 'tapaamo_audit_broken_chains',
  help: 'Organisations whose audit log does not fit together.',
});

/** Checks that nothing was changed in, taken from or put into the audit logs. */
@Injectable()
export class AuditChecks {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly expiry: AuditExpiry,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Checks the chains whose turn it is and lets expire what may go. One organisation's failure stops no other's. */
  async checkDue(): Promise<void> {
    const before = new Date(this.clock.nowMs() - CHECKED_EVERY_MS);
    const due = await this.scope.everywhere('checking the audit logs', (tx) =>
      tx.query<{ id: string }[]>(
        `SELECT id FROM organisation LEFT JOIN audit_check ON organisation_id = id
         WHERE checked_at IS NULL OR checked_at <= $1 ORDER BY checked_at NULLS FIRST, id`,
        [before],
      ),
    );
    for (const { id } of due) {
      try {
        const { broken } = await this.check(id);
        // What may tell of a break stays until it is understood.
        if (broken === null) {
          await this.expiry.expire(id);
        }
      } catch (error) {
        this.logger.error('audit.check-failed', { organisationId: id }, error);
      }
    }
    await this.#countBroken();
  }

  /**
   * Checks one organisation's chain: what is new since the last check, or all of it when that is a week ago, when the
   * last check found a break, or when asked.
   */
  async check(
    organisationId: string,
    options: { full?: boolean; by?: AuditActor } = {},
  ): Promise<ExaminedChain> {
    const found = await this.scope.of(organisationId, async (tx) => {
      const last = await this.#lock(tx, organisationId);
      const now = this.clock.now();
      const full = options.full === true || this.#isFullDue(last, now);
      const examined = await examineChain(tx, organisationId, last, full);
      await this.#keep(tx, last, examined, { full, now });
      const changed = (last.breakKind === null) !== (examined.broken === null);
      if (changed || options.by !== undefined) {
        await this.audit.append(tx, {
          organisationId,
          actor: options.by ?? { kind: 'system' },
          event: 'audit.checked',
          details: { intact: examined.broken === null },
        });
      }
      return examined;
    });
    if (found.broken === null) {
      this.logger.info('audit.checked', { organisationId, count: found.entries });
    } else {
      const { kind, sequence } = found.broken;
      this.logger.error('audit.chain-broken', { organisationId, code: kind, count: sequence });
    }
    return found;
  }

  #isFullDue({ fullyCheckedAt, breakKind }: AuditCheck, now: Date): boolean {
    return (
      breakKind !== null ||
      fullyCheckedAt === null ||
      now.getTime() - fullyCheckedAt.getTime() >= FULLY_CHECKED_EVERY_MS
    );
  }

  /** One check of a chain at a time, and nothing expires meanwhile. */
  async #lock(tx: EntityManager, organisationId: string): Promise<AuditCheck> {
    await tx.query(
      'INSERT INTO audit_check (organisation_id, verified_sequence) VALUES ($1, 0) ON CONFLICT DO NOTHING',
      [organisationId],
    );
    return tx.findOneOrFail(AuditCheck, {
      where: { organisationId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async #keep(
    tx: EntityManager,
    last: AuditCheck,
    { reached, broken }: ExaminedChain,
    { full, now }: { full: boolean; now: Date },
  ): Promise<void> {
    await tx.update(
      AuditCheck,
      { organisationId: last.organisationId },
      {
        checkedAt: now,
        fullyCheckedAt: full ? now : last.fullyCheckedAt,
        // A break is looked for from the same place again.
        ...(broken === null
          ? { verifiedSequence: String(reached.sequence), verifiedHash: reached.hash }
          : {}),
        breakKind: broken?.kind ?? null,
        breakSequence: broken === null ? null : String(broken.sequence),
        breakEntryId: broken?.entryId ?? null,
        breakFoundAt: broken === null ? null : (last.breakFoundAt ?? now),
      },
    );
  }

  async #countBroken(): Promise<void> {
    const broken = await this.scope.everywhere('checking the audit logs', (tx) =>
      tx.createQueryBuilder(AuditCheck, 'check').where('check.break_kind IS NOT NULL').getCount(),
    );
    brokenChains.set(broken);
  }
}
