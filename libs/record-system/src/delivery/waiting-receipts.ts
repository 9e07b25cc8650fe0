import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Gauge } from 'prom-client';
import type { EntityManager } from 'typeorm';
import { RecordAttempt } from './record-attempt.entity.js';
import { IS_WANTED } from './record-notice.entity.js';

/** So long a receipt may wait before it is late. */
const LATE_MS = 3_600_000;

const late = new Gauge({
  name: 'tapaamo_receipts_late',
  help: 'Receipts of ended visits that no record system has taken for an hour.',
});

const WANTED = `record_notice notice JOIN visit ON visit.booking_id = notice.booking_id
  JOIN record_system system ON system.organisation_id = notice.organisation_id AND ${IS_WANTED}`;

const never = new Gauge({
  name: 'tapaamo_receipts_never_told',
  help: 'Receipts of the last thirty days that were forgotten before a record system took them.',
});

/** Receipts that no record system has taken yet. What is due to be forgotten waits for nothing any more. */
@Injectable()
export class WaitingReceipts {
  #lastLate = 0;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Counts what is late in all, for the alarm; told in the log when it changes. */
  async countLate(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - LATE_MS);
    const count = await this.scope.everywhere('telling record systems', async (tx) => {
      const [row] = await tx.query<{ count: string }[]>(
        `SELECT count(*) FROM ${WANTED}
         WHERE notice.accepted_at IS NULL AND visit.ended_at <= $1 AND visit.purge_due_at > $2`,
        [before, now],
      );
      return Number(row?.count ?? 0);
    });
    late.set(count);
    never.set(
      await this.scope.everywhere('telling record systems', (tx) =>
        tx.countBy(RecordAttempt, { failure: 'forgotten' }),
      ),
    );
    if (count !== this.#lastLate && count > 0) {
      this.logger.warn('record-system.receipts-late', { late: count });
    }
    this.#lastLate = count;
  }

  /** How many receipts of an organisation wait, and since when the oldest does. */
  async of(
    tx: EntityManager,
    organisationId: string,
  ): Promise<{ waiting: number; oldestWaitingSince: string | null }> {
    const [row] = await tx.query<{ count: string; oldest: Date | null }[]>(
      `SELECT count(*), min(visit.ended_at) AS oldest
       FROM ${WANTED}
       WHERE notice.organisation_id = $1 AND notice.accepted_at IS NULL
         AND visit.ended_at IS NOT NULL AND visit.purge_due_at > $2`,
      [organisationId, this.clock.now()],
    );
    return {
      waiting: Number(row?.count ?? 0),
      oldestWaitingSince: row?.oldest?.toISOString() ?? null,
    };
  }
}
