import type { ParticipantRole } from '@tapaamo/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import { isSetApart } from '../room/alone.js';
import { Participant } from '../participant.entity.js';
import { CLIENT_SIDE } from '../people/client-side.js';
import { VisitRow } from '../visit.entity.js';
import { NODE_ALIVE_MS } from './media-nodes.js';

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * When client, or a guardian, and professional were last together in the meeting, as far as it is known: now while they
 * are, else what was kept. A node that died without a word speaks for its lines up to its last heartbeat; one that is not known any more
 * speaks for none, so that in doubt the end is earlier.
 *
 * @param reporter - A node that is just telling something, and so lives.
 * @returns Null when they have not met.
 */
export async function lastMet(
  tx: EntityManager,
  visitId: string,
  now: Date,
  reporter?: string,
): Promise<Date | null> {
  const visit = await tx.findOneBy(VisitRow, { id: visitId });
  const letIn = await tx.findBy(Participant, { visitId, admission: 'admitted' });
  const admitted = letIn.filter(({ id }) => visit === null || !isSetApart(visit, id));
  const nodeIds = admitted.flatMap(({ connectedNodeId }) => connectedNodeId ?? []);
  const lived = await knownToLive(tx, nodeIds, now);
  if (reporter !== undefined) {
    lived.set(reporter, now.getTime());
  }
  const thereUntil = (roles: readonly ParticipantRole[]): number =>
    Math.max(
      NEVER,
      ...admitted
        .filter(({ role }) => roles.includes(role))
        .map(({ connectedNodeId }) => lived.get(connectedNodeId ?? '') ?? NEVER),
    );
  const together = Math.min(thereUntil(CLIENT_SIDE), thereUntil(['professional']));
  const last = Math.max(together, visit?.lastMetAt?.getTime() ?? NEVER);
  return last === NEVER ? null : new Date(last);
}

/** Keeps with the visit when client and professional were last together. Comes before whatever may part them. */
export async function keepLastMet(
  tx: EntityManager,
  visitId: string,
  now: Date,
  reporter?: string,
): Promise<void> {
  const lastMetAt = await lastMet(tx, visitId, now, reporter);
  if (lastMetAt !== null) {
    await tx
      .createQueryBuilder()
      .update(VisitRow)
      .set({ lastMetAt })
      .where('id = :visitId AND ended_at IS NULL', { visitId })
      .andWhere('(last_met_at IS NULL OR last_met_at < :lastMetAt)', { lastMetAt })
      .execute();
  }
}

/** Keeps with the visit when client and professional were first together. Comes after whatever may bring them together. */
export async function keepFirstMet(
  tx: EntityManager,
  visitId: string,
  now: Date,
  reporter?: string,
): Promise<void> {
  const firstMetAt = await lastMet(tx, visitId, now, reporter);
  // What was before is of a line that died meanwhile, or of somebody who was put out.
  if (firstMetAt?.getTime() === now.getTime()) {
    await tx.update(VisitRow, { id: visitId, firstMetAt: IsNull() }, { firstMetAt });
  }
}

/** Until when each node is known to have lived. Heartbeats are by the database's clock: how long ago is what they say. */
async function knownToLive(
  tx: EntityManager,
  nodeIds: string[],
  now: Date,
): Promise<Map<string, number>> {
  const nodes = await tx.query<{ id: string; silentMs: number }[]>(
    `SELECT id, (extract(epoch FROM clock_timestamp() - heartbeat_at) * 1000)::float8 AS "silentMs"
     FROM media_node WHERE id = ANY ($1)`,
    [nodeIds],
  );
  return new Map(
    nodes.map(({ id, silentMs }) => [
      id,
      now.getTime() - (silentMs < NODE_ALIVE_MS ? 0 : Math.round(silentMs)),
    ]),
  );
}
