import { addPeriod, localDateOf } from '@tapaamo/common';
import {
  HandBackRow,
  IdentificationTransactionRow,
  RepresentationRequestRow,
} from '@tapaamo/identification';
import type { LogEvent } from '@tapaamo/logging';
import type { CaughtMessages } from '@tapaamo/notification';
import { DoorSessionRow, ForgottenLink } from '@tapaamo/visit';
import { LessThan, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import { eraseMessages } from './passing-messages.js';
import { PurgeRun } from './purge-run.entity.js';

/** How long the record of a sweep is kept. */
const RUNS_KEPT = 'P3M';

/** How long it is kept who stood in for whom, after the last day. The audit log tells of it for longer. */
const STAND_INS_KEPT = 'P1M';

/** How long it is kept what was due and foreseen: it is compared over a day. */
const FORECASTS_KEPT = 'P2D';

/** How long it is kept what a record system was answered to an idempotency key. */
const ANSWERS_KEPT = 'PT24H';

/**
 * What has a short life of its own: identifications that nobody finished, sessions that are over, links that were
 * forgotten long ago, records of old sweeps, meeting nodes that went silent, stand-ins whose
 * days are long over, answers to record systems, messages of visits that are over.
 *
 * @param linksKept - ISO 8601 period for forgotten links.
 * @param caught - What development keeps of messages goes with them.
 * @returns The erasing of each, with what is logged when it fails; one that fails says nothing about another.
 */
export function passing(
  now: Date,
  linksKept: string,
  caught: CaughtMessages,
): [whenItFails: LogEvent, erase: (tx: EntityManager) => Promise<unknown>][] {
  const oldestLink = localDateOf(addPeriod(now, `-${linksKept}`));
  return [
    [
      'purge.transactions-not-erased',
      async (tx) => {
        await tx.delete(IdentificationTransactionRow, { expiresAt: LessThanOrEqual(now) });
        await tx.delete(RepresentationRequestRow, { expiresAt: LessThanOrEqual(now) });
        // One that was refused holds no verdict, and its page tells it while there is a visit.
        await tx.delete(HandBackRow, { expiresAt: LessThanOrEqual(now), state: Not('refused') });
      },
    ],
    ['purge.sessions-not-erased', (tx) => eraseDoorSessions(tx, now)],
    ['purge.messages-not-erased', (tx) => eraseMessages(tx, now, caught)],
    [
      'purge.links-not-erased',
      (tx) => tx.delete(ForgottenLink, { forgottenOn: LessThan(oldestLink) }),
    ],
    [
      'purge.runs-not-erased',
      (tx) => tx.delete(PurgeRun, { startedAt: LessThan(addPeriod(now, `-${RUNS_KEPT}`)) }),
    ],
    [
      'purge.stand-ins-not-erased',
      (tx) =>
        tx.query('DELETE FROM stand_in WHERE last_day < $1', [
          localDateOf(addPeriod(now, `-${STAND_INS_KEPT}`)),
        ]),
    ],
    [
      'purge.answers-not-erased',
      (tx) =>
        tx.query('DELETE FROM record_answer WHERE created_at <= $1', [
          addPeriod(now, `-${ANSWERS_KEPT}`),
        ]),
    ],
    [
      'purge.forecasts-not-erased',
      (tx) =>
        tx.query('DELETE FROM purge_forecast WHERE hour <= $1', [
          addPeriod(now, `-${FORECASTS_KEPT}`),
        ]),
    ],
    // Heartbeats are by the database's clock, whatever ours says.
    [
      'purge.nodes-not-erased',
      (tx) => tx.query("DELETE FROM media_node WHERE heartbeat_at < now() - interval '1 day'"),
    ],
  ];
}

/**
 * Sessions behind the door that are over, and by what the provider would end those that are over or whose visit is: by it
 * two visits of one person could be told to be one person's.
 */
async function eraseDoorSessions(tx: EntityManager, now: Date): Promise<void> {
  await tx.delete(DoorSessionRow, { expiresAt: LessThanOrEqual(now) });
  await tx.query(
    `UPDATE identification SET provider_session_hash = NULL WHERE provider_session_hash IS NOT NULL AND (
       NOT EXISTS (SELECT FROM door_session WHERE door_session.id = identification.session_id)
       OR EXISTS (SELECT FROM visit WHERE visit.id = identification.visit_id AND visit.ended_at IS NOT NULL))`,
  );
}
