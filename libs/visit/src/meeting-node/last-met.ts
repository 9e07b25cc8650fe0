import type { ParticipantRole } from '@tapaamo/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import { NOT_ALONE, isSetApart, type Alone } from '../room/alone.js';
import { CLIENT_SIDE } from '../people/client-side.js';
import { VisitRow } from '../visit.entity.js';
import { NODE_ALIVE_MS } from './media-nodes.js';

const NEVER = Number.NEGATIVE_INFINITY;

/** Who of a visit was let in, on which line, and until when that is known to have lived. */
interface Gathering extends Alone {
  firstMetAt: Date | null;
  lastMetAt: Date | null;
  letIn: { id: string; role: ParticipantRole; nodeId: string | null; livedUntil: number }[];
}

/** A row of `gathering`: the visit, with one of those who were let in where there is any. */
interface GatheringRow extends Alone {
  firstMetAt: Date | null;
  lastMetAt: Date | null;
  id: string | null;
  role: ParticipantRole;
  nodeId: string | null;
  silentMs: number | null;
}

/** Somebody's line comes to a node that is just telling of it, and so lives. */
interface Arrival {
  participantId: string;
  nodeId: string;
}

/**
 * When client, or a guardian, and professional were last together in the meeting, as far as it is known: now while they
 * are, else what was kept. A node that died without a word speaks for its lines up to its last heartbeat; one that is not known any more
 * speaks for none, so that in doubt the end is earlier.
 *
 * @returns Null when they have not met.
 */
export async function lastMet(tx: EntityManager, visitId: string, now: Date): Promise<Date | null> {
  return lastMetOf(await gathering(tx, visitId, now), now);
}

/** Keeps with the visit when client and professional were last together. Comes before whatever may part them. */
export async function keepLastMet(
  tx: EntityManager,
  visitId: string,
  now: Date,
  reporter?: string,
): Promise<void> {
  await keepLast(tx, visitId, lastMetOf(await gathering(tx, visitId, now), now, reporter));
}

/** Keeps with the visit when client and professional were first together. Comes after whatever may bring them together. */
export async function keepFirstMet(tx: EntityManager, visitId: string, now: Date): Promise<void> {
  await keepFirst(tx, visitId, { present: await gathering(tx, visitId, now), now });
}

/**
 * Both for somebody whose line comes just now, with one reading. Holding the visit, so that nobody else comes or goes
 * meanwhile (`lockVisit`).
 *
 * @param write - Writes the line; resolves to whether there was a place for it.
 * @returns The same.
 */
export async function keepMetOnArrival(
  tx: EntityManager,
  visitId: string,
  { participantId, nodeId, now }: Arrival & { now: Date },
  write: () => Promise<boolean>,
): Promise<boolean> {
  const before = await gathering(tx, visitId, now);
  await keepLast(tx, visitId, lastMetOf(before, now, nodeId));
  const isWritten = await write();
  if (isWritten) {
    const letIn = before.letIn.map((one) => (one.id === participantId ? { ...one, nodeId } : one));
    const present = { ...before, letIn };
    await keepFirst(tx, visitId, { present, now, reporter: nodeId });
  }
  return isWritten;
}

/** @param reporter - A node that is just telling something, and so lives. */
function lastMetOf(
  { letIn, lastMetAt, ...alone }: Gathering,
  now: Date,
  reporter?: string,
): Date | null {
  const thereUntil = (roles: readonly ParticipantRole[]): number =>
    Math.max(
      NEVER,
      ...letIn
        .filter(({ id, role }) => roles.includes(role) && !isSetApart(alone, id))
        .map(({ nodeId, livedUntil }) =>
          nodeId !== null && nodeId === reporter ? now.getTime() : livedUntil,
        ),
    );
  const together = Math.min(thereUntil(CLIENT_SIDE), thereUntil(['professional']));
  const last = Math.max(together, lastMetAt?.getTime() ?? NEVER);
  return last === NEVER ? null : new Date(last);
}

async function keepLast(tx: EntityManager, visitId: string, lastMetAt: Date | null): Promise<void> {
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

async function keepFirst(
  tx: EntityManager,
  visitId: string,
  { present, now, reporter }: { present: Gathering; now: Date; reporter?: string },
): Promise<void> {
  const firstMetAt = lastMetOf(present, now, reporter);
  // What was before is of a line that died meanwhile, or of somebody who was put out.
  if (present.firstMetAt === null && firstMetAt?.getTime() === now.getTime()) {
    await tx.update(VisitRow, { id: visitId, firstMetAt: IsNull() }, { firstMetAt });
  }
}

/** Reads who was let in. Heartbeats are by the database's clock: how long ago is what they say. */
async function gathering(tx: EntityManager, visitId: string, now: Date): Promise<Gathering> {
  const rows = await tx.query<GatheringRow[]>(
    `SELECT visit.alone_with AS "aloneWith", visit.alone_by AS "aloneBy",
       visit.first_met_at AS "firstMetAt", visit.last_met_at AS "lastMetAt",
       participant.id, participant.role, participant.connected_node_id AS "nodeId",
       (extract(epoch FROM clock_timestamp() - media_node.heartbeat_at) * 1000)::float8 AS "silentMs"
     FROM visit
       LEFT JOIN participant ON participant.visit_id = visit.id AND participant.admission = 'admitted'
       LEFT JOIN media_node ON media_node.id = participant.connected_node_id
     WHERE visit.id = $1`,
    [visitId],
  );
  const [visit = { firstMetAt: null, lastMetAt: null, ...NOT_ALONE }] = rows;
  const { aloneWith, aloneBy, firstMetAt, lastMetAt } = visit;
  const letIn = rows.flatMap(({ id, role, nodeId, silentMs }) =>
    id === null ? [] : [{ id, role, nodeId, livedUntil: lifeEnd(silentMs, now) }],
  );
  return { aloneWith, aloneBy, firstMetAt, lastMetAt, letIn };
}

/** Until when a node is known to have lived that was silent for so long; null for one that is not known. */
function lifeEnd(silentMs: number | null, now: Date): number {
  return silentMs === null
    ? NEVER
    : now.getTime() - (silentMs < NODE_ALIVE_MS ? 0 : Math.round(silentMs));
}
