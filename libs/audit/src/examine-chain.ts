import type { EntityManager } from 'typeorm';
import type { AuditCheck } from './audit-chain.entity.js';
import { CHAIN_START, followChain, type ChainBreak, type ChainPoint } from './audit-chain.js';

/** What an examination found. */
export interface ExaminedChain {
  /** Entries that there are. */
  entries: number;
  /** The newest entry that fits. */
  reached: ChainPoint;
  broken: ChainBreak | null;
}

/** The ends of a chain, all of one moment. */
interface Ends {
  /** Null when nothing was ever appended, or the head was taken away. */
  headEntries: string | null;
  headHash: Buffer | null;
  newest: string | null;
  kept: string;
  /** Everything up to here expired. */
  expiredThrough: string | null;
  expiredHash: Buffer | null;
  expiredInAll: string | null;
}

/**
 * Examines a chain.
 *
 * @param last - The last check. What it found to fit must still be there, and unless the whole is asked for, only what
 *   came after it is followed.
 */
export async function examineChain(
  tx: EntityManager,
  organisationId: string,
  last: AuditCheck,
  full: boolean,
): Promise<ExaminedChain> {
  const ends = await endsOf(tx, organisationId);
  const entries = Number(ends.kept);
  const begin = beginningOf(ends);
  if (begin.sequence !== Number(ends.expiredInAll ?? 0)) {
    const broken = { kind: 'missing' as const, sequence: 1, entryId: null };
    return { entries, reached: CHAIN_START, broken };
  }
  const known = pointOf(last);
  const head = Number(ends.headEntries ?? 0);
  const isKnown = known.sequence > begin.sequence;
  const from = full || !isKnown ? begin : known;
  const followed = await followChain(tx, organisationId, from, head);
  const broken =
    followed.broken ??
    atTheEnd(ends, followed.reached) ??
    (isKnown ? await changedSince(tx, organisationId, known, head) : null);
  return { entries, reached: followed.reached, broken };
}

async function endsOf(tx: EntityManager, organisationId: string): Promise<Ends> {
  const [ends] = await tx.query<[Ends]>(
    `SELECT head.entries AS "headEntries", head.hash AS "headHash",
       (SELECT max(sequence) FROM audit_entry WHERE organisation_id = $1) AS newest,
       (SELECT count(*) FROM audit_entry WHERE organisation_id = $1) AS kept,
       expired.through_sequence AS "expiredThrough", expired.hash AS "expiredHash",
       (SELECT sum(removed) FROM audit_checkpoint WHERE organisation_id = $1) AS "expiredInAll"
     FROM (SELECT) AS one
     LEFT JOIN audit_head head ON head.organisation_id = $1
     LEFT JOIN LATERAL (SELECT * FROM audit_checkpoint WHERE organisation_id = $1
                        ORDER BY through_sequence DESC LIMIT 1) expired ON true`,
    [organisationId],
  );
  return ends;
}

function beginningOf({ expiredThrough, expiredHash }: Ends): ChainPoint {
  return expiredThrough === null || expiredHash === null
    ? CHAIN_START
    : { sequence: Number(expiredThrough), hash: expiredHash };
}

function pointOf({ verifiedSequence, verifiedHash }: AuditCheck): ChainPoint {
  return verifiedHash === null
    ? CHAIN_START
    : { sequence: Number(verifiedSequence), hash: verifiedHash };
}

/** Whether the entry that the last check ended at is another now, or past the end: a chain that was written anew. */
async function changedSince(
  tx: EntityManager,
  organisationId: string,
  { sequence, hash }: ChainPoint,
  head: number,
): Promise<ChainBreak | null> {
  if (sequence > head) {
    return { kind: 'cut', sequence: head + 1, entryId: null };
  }
  const [entry] = await tx.query<{ id: string; hash: Buffer }[]>(
    'SELECT id, hash FROM audit_entry WHERE organisation_id = $1 AND sequence = $2',
    [organisationId, sequence],
  );
  if (entry === undefined) {
    return { kind: 'missing', sequence, entryId: null };
  }
  return entry.hash.equals(hash) ? null : { kind: 'changed', sequence, entryId: entry.id };
}

function atTheEnd({ headHash, newest }: Ends, reached: ChainPoint): ChainBreak | null {
  if (Number(newest ?? 0) > reached.sequence) {
    return { kind: 'added', sequence: reached.sequence + 1, entryId: null };
  }
  return headHash === null || headHash.equals(reached.hash)
    ? null
    : { kind: 'changed', sequence: reached.sequence, entryId: null };
}
