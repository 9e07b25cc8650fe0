import { createHash } from 'node:crypto';
import type { AuditBreak } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';

/** Entries that are read at a time. */
const BATCH = 2_000;

/** An entry as it was hashed: `details` is the text itself. */
export interface ChainedEntry {
  organisationId: string;
  sequence: string;
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  event: string;
  targetKind: string | null;
  targetId: string | null;
  visits: string[];
  network: string | null;
  correlationId: string | null;
  details: string;
  hash: Buffer;
}

/** A place in a chain: everything up to it is known to fit. */
export interface ChainPoint {
  sequence: number;
  hash: Buffer;
}

/** The first place where a chain does not fit. */
export interface ChainBreak {
  kind: AuditBreak;
  sequence: number;
  /** Null when the entry is not there. */
  entryId: string | null;
}

/** Before the first entry. */
export const CHAIN_START: ChainPoint = { sequence: 0, hash: Buffer.alloc(32) };

/** Columns of a `ChainedEntry`. */
export const CHAINED_COLUMNS = `organisation_id AS "organisationId", sequence, id, at, actor_kind AS "actorKind",
  actor_id AS "actorId", event, target_kind AS "targetKind", target_id AS "targetId", visits, network,
  correlation_id AS "correlationId", details::text AS details, hash`;

/** SHA-256 that an entry must have after another. The database makes the same (`audit_hash`); this does not ask it. */
export function hashOf(previous: Buffer, entry: ChainedEntry): Buffer {
  const text = [
    'tapaamo-audit-1',
    previous.toString('hex'),
    entry.organisationId,
    entry.sequence,
    entry.id,
    entry.at.toISOString(),
    entry.actorKind,
    entry.actorId ?? '-',
    entry.event,
    entry.targetKind ?? '-',
    entry.targetId ?? '-',
    entry.visits.join(','),
    entry.network ?? '-',
    entry.correlationId ?? '-',
    entry.details,
  ].join('\n');
  return createHash('sha256').update(text).digest();
}

/**
 * Follows a chain from one point to a sequence.
 *
 * @returns How far it fits, and the first entry that does not.
 */
export async function followChain(
  tx: EntityManager,
  organisationId: string,
  from: ChainPoint,
  through: number,
): Promise<{ reached: ChainPoint; broken: ChainBreak | null }> {
  let reached = from;
  while (reached.sequence < through) {
    const entries = await tx.query<ChainedEntry[]>(
      `SELECT ${CHAINED_COLUMNS} FROM audit_entry
       WHERE organisation_id = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence LIMIT ${String(BATCH)}`,
      [organisationId, reached.sequence, through],
    );
    for (const entry of entries) {
      const broken = misfit(reached, entry);
      if (broken !== null) {
        return { reached, broken };
      }
      reached = { sequence: Number(entry.sequence), hash: entry.hash };
    }
    if (entries.length === 0) {
      const broken = { kind: 'cut' as const, sequence: reached.sequence + 1, entryId: null };
      return { reached, broken };
    }
  }
  return { reached, broken: null };
}

function misfit(previous: ChainPoint, entry: ChainedEntry): ChainBreak | null {
  const sequence = Number(entry.sequence);
  if (sequence !== previous.sequence + 1) {
    return { kind: 'missing', sequence: previous.sequence + 1, entryId: null };
  }
  return hashOf(previous.hash, entry).equals(entry.hash)
    ? null
    : { kind: 'changed', sequence, entryId: entry.id };
}
