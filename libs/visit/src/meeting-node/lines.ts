import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';
import { NODE_ALIVE_MS } from './media-nodes.js';

/** What is known of lines: the database's clock, and for how long each node has been silent. */
export interface KnownLines {
  readonly databaseNow: Date;
  readonly silentMs: ReadonlyMap<string, number>;
}

/** A node with the clock, or the clock alone where there is none. */
type Found = { now: Date } & ({ id: string; silentMs: number } | { id: null; silentMs: null });

/** Reads what is known of lines now. */
export async function knownLines(tx: EntityManager): Promise<KnownLines> {
  const rows = await tx.query<[Found, ...Found[]]>(
    `SELECT moment.now, id, (extract(epoch FROM moment.now - heartbeat_at) * 1000)::float8 AS "silentMs"
     FROM (SELECT clock_timestamp() AS now) moment LEFT JOIN media_node ON true`,
  );
  const nodes = rows.flatMap(({ id, silentMs }): [string, number][] =>
    id === null ? [] : [[id, silentMs]],
  );
  return { databaseNow: rows[0].now, silentMs: new Map(nodes) };
}

/**
 * For how long somebody has had no line, in milliseconds; 0 while they have one. All of it follows from what is written, by
 * the database's clock: a node that died speaks for its lines up to its last heartbeat. Infinite where nobody knows.
 */
export function withoutLineMs(
  { connectedNodeId, withoutLineSince }: Pick<Participant, 'connectedNodeId' | 'withoutLineSince'>,
  { databaseNow, silentMs }: KnownLines,
): number {
  if (connectedNodeId !== null) {
    const silent = silentMs.get(connectedNodeId) ?? Number.POSITIVE_INFINITY;
    return silent < NODE_ALIVE_MS ? 0 : silent;
  }
  return withoutLineSince === null
    ? Number.POSITIVE_INFINITY
    : Math.max(1, databaseNow.getTime() - withoutLineSince.getTime());
}
