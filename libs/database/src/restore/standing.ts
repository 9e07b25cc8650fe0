/** Where a database stands: which server it is in, on which branch of its history, and how far it has come. */
export interface Standing {
  /** What the server was given when its data folder was made; its replicas have the same. */
  system: string;
  /** Another after each promotion and each recovery to a point in time. */
  timeline: number;
  /** Of the table that keeps the mark: another when a dump was restored. */
  table: string;
  /** Bytes of write-ahead log that the disk has, as a decimal number. */
  position: string;
}

/** The same, null for a replica that follows another server. */
export type StandingOrReplica = Standing | null;

/** Runs a statement. */
type Ask = (text: string, values: unknown[]) => Promise<(Standing & { follows: boolean })[]>;

/** A replica has no position of its own, and would refuse to say one. */
const STANDING = `SELECT pg_is_in_recovery() AS follows,
  (SELECT system_identifier::text FROM pg_control_system()) AS system, $1::regclass::oid::text AS "table",
  CASE WHEN pg_is_in_recovery() THEN 0
    ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer END AS timeline,
  CASE WHEN pg_is_in_recovery() THEN '0' ELSE (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::text END AS position`;

/** Where the database stands that is asked. @param table - Has its mark. */
export async function standingOf(ask: Ask, table: string): Promise<StandingOrReplica> {
  const [row] = await ask(STANDING, [table]);
  if (row === undefined || row.follows) {
    return null;
  }
  const { system, timeline, position } = row;
  return { system, timeline, table: row.table, position };
}

/** Whether a database is the one that was seen before, and no older copy of it. */
export function goesOnFrom(now: StandingOrReplica, before: Standing): boolean {
  return (
    now?.system === before.system &&
    now.timeline === before.timeline &&
    now.table === before.table &&
    BigInt(now.position) >= BigInt(before.position)
  );
}
