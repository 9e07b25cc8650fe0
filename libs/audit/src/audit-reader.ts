import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { addDays, startOfLocalDate } from '@tapaamo/common';
import type { AuditExportQuery, AuditQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AuditCheck, AuditHead } from './audit-chain.entity.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditLog, byStaff } from './audit-log.js';

/** Entries on a page, and read at a time for an export. */
const PAGE = 50;
const BATCH = 500;

/** Every id in details is of somebody of the staff (test/conventions). */
const NAMES = `(entry.actor_id = :person::uuid OR entry.target_id = :person::uuid
  OR strpos(entry.details::text, :person::text) > 0)`;

/** What the log is narrowed by. */
export type AuditFilters = Omit<AuditQuery, 'before'>;

/** Reads the audit log for data protection officers. Reading it is told in it. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
  ) {}

  /** One page, newest first. */
  async page(
    actor: StaffActor,
    { before, ...filters }: AuditQuery,
  ): Promise<{ entries: AuditEntry[]; next: number | null }> {
    return this.scope.of(actor.organisationId, async (tx) => {
      const query = narrowed(tx, actor.organisationId, filters).orderBy('entry.sequence', 'DESC');
      if (before !== undefined) {
        query.andWhere('entry.sequence < :before', { before });
      }
      const found = await query.limit(PAGE + 1).getMany();
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'audit.viewed',
        details: { filtered: namesOf(filters) },
      });
      const entries = found.slice(0, PAGE);
      const last = entries.at(-1);
      return {
        entries,
        next: found.length > PAGE && last !== undefined ? Number(last.sequence) : null,
      };
    });
  }

  /**
   * Tells of an export, then reads it in batches, oldest first, up to what was there when it was asked for. Each batch
   * is a transaction of its own: a slow reader holds nothing.
   */
  async export(
    actor: StaffActor,
    { format, ...filters }: AuditExportQuery,
  ): Promise<AsyncGenerator<AuditEntry[]>> {
    const { organisationId } = actor;
    const through = await this.scope.of(organisationId, async (tx) => {
      const head = await tx.findOneBy(AuditHead, { organisationId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'audit.exported',
        details: { format, filtered: namesOf(filters) },
      });
      return Number(head?.entries ?? 0);
    });
    return this.#batches(organisationId, filters, through);
  }

  /** How far the chain has come, and what its last check found. */
  async state(
    tx: EntityManager,
    organisationId: string,
  ): Promise<{ entries: number; check: AuditCheck | null }> {
    return {
      entries: await tx.countBy(AuditEntry, { organisationId }),
      check: await tx.findOneBy(AuditCheck, { organisationId }),
    };
  }

  async *#batches(
    organisationId: string,
    filters: AuditFilters,
    through: number,
  ): AsyncGenerator<AuditEntry[]> {
    for (let after = 0; ;) {
      const batch = await this.scope.of(organisationId, (tx) =>
        narrowed(tx, organisationId, filters)
          .andWhere('entry.sequence > :after AND entry.sequence <= :through', { after, through })
          .orderBy('entry.sequence', 'ASC')
          .limit(BATCH)
          .getMany(),
      );
      yield batch;
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) {
        return;
      }
      after = Number(last.sequence);
    }
  }
}

function namesOf(filters: AuditFilters): (keyof AuditFilters)[] {
  const names = ['from', 'to', 'person', 'event', 'visit'] as const;
  return names.filter((name) => filters[name] !== undefined);
}

function narrowed(
  tx: EntityManager,
  organisationId: string,
  filters: AuditFilters,
): SelectQueryBuilder<AuditEntry> {
  const query = tx.createQueryBuilder(AuditEntry, 'entry').where({ organisationId });
  const { from, to, person, event, visit } = filters;
  const conditions: [string, Record<string, unknown>, unknown][] = [
    ['entry.at >= :from', { from: from && startOfLocalDate(from) }, from],
    ['entry.at < :to', { to: to && startOfLocalDate(addDays(to, 1)) }, to],
    [NAMES, { person }, person],
    ['entry.event = :event', { event }, event],
    ['entry.visits @> ARRAY[:visit]::uuid[]', { visit }, visit],
  ];
  for (const [condition, parameters, given] of conditions) {
    if (given !== undefined) {
      query.andWhere(condition, parameters);
    }
  }
  return query;
}
