import { addPeriod, localDateOf } from '@tapaamo/common';
import { IdentificationTransactionRow } from '@tapaamo/identification';
import { DoorSessionRow, ForgottenLink, MediaNode } from '@tapaamo/visit';
import { LessThan, LessThanOrEqual, type EntityManager } from 'typeorm';
import { PurgeRun } from './purge-run.entity.js';

/** How long the record of a sweep is kept. */
const RUNS_KEPT = 'P3M';

/**
 * Erases what has a short life of its own: identifications that nobody finished, sessions that are over, links that
 * were forgotten long ago, keys that lost their visit, records of old sweeps, meeting nodes that went silent.
 *
 * @param linksKept - ISO 8601 period for forgotten links.
 */
export async function erasePassing(tx: EntityManager, now: Date, linksKept: string): Promise<void> {
  await tx.delete(IdentificationTransactionRow, { expiresAt: LessThanOrEqual(now) });
  await tx.delete(DoorSessionRow, { expiresAt: LessThanOrEqual(now) });
  const oldestLink = localDateOf(addPeriod(now, `-${linksKept}`));
  await tx.delete(ForgottenLink, { forgottenOn: LessThan(oldestLink) });
  await tx.delete(PurgeRun, { startedAt: LessThan(addPeriod(now, `-${RUNS_KEPT}`)) });
  // A key without its visit opens nothing, but would keep its day's key alive. Fresh ones may be about to get theirs.
  await tx.query(
    `DELETE FROM visit_key WHERE created_at < $1
     AND NOT EXISTS (SELECT FROM visit WHERE visit.id = visit_key.visit_id)`,
    [addPeriod(now, '-PT1H')],
  );
  await tx.delete(MediaNode, { heartbeatAt: LessThan(addPeriod(now, '-P1D')) });
}
