/**
 * What keeps values of rows, and statements with them, out of the server's logs and out of files that outlive their rows
 * (reference: PostgreSQL "Error Reporting and Logging" and "WAL Configuration"). A name the server does not know is of an
 * extension that is not there.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  log_statement: ['none'],
  log_error_verbosity: ['terse'],
  // A session that is ended, or one that waits for a lock, is told with its statement otherwise.
  log_min_error_statement: ['panic'],
  // From debug2 on every statement that is parsed is told.
  log_min_messages: ['warning', 'info', 'notice', 'error', 'log', 'fatal', 'panic'],
  log_min_duration_statement: ['-1'],
  log_min_duration_sample: ['-1'],
  log_transaction_sample_rate: ['0'],
  log_parameter_max_length: ['0'],
  log_parameter_max_length_on_error: ['0'],
  debug_print_parse: ['off'],
  debug_print_rewritten: ['off'],
  debug_print_plan: ['off'],
  wal_recycle: ['off'],
  remove_temp_files_after_crash: ['on'],
  'auto_explain.log_min_duration': ['-1'],
  'pg_stat_statements.track_utility': ['off'],
  'pg_stat_statements.save': ['off'],
  'pg_stat_monitor.pgsm_normalized_query': ['on', 'yes'],
  'pg_qualstats.track_constants': ['off'],
  autovacuum: ['on'],
  // Without it autovacuum knows of no dead row.
  track_counts: ['on'],
  'pgaudit.log': ['none', ''],
};

/**
 * Sealed columns are in no statistics and stored uncompressed and out of line (`attstattarget` 0, `attstorage` e); other
 * bytes are neither. One without the other is one that somebody changed.
 */
const ALTERED_COLUMNS = `SELECT format('%s.%s', attrelid::regclass, attname) AS name, attstorage = 'e' AS sampled
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
  WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND NOT attisdropped
    AND atttypid = 'bytea'::regtype AND (attstorage = 'e') <> (coalesce(attstattarget, -1) = 0)
  ORDER BY 1`;

/** Tables of a visit, or of its key, in which what is forgotten is left in the pages for long. */
const SELDOM_VACUUMED = `WITH RECURSIVE family AS (
    SELECT unnest(ARRAY[to_regclass('booking'), to_regclass('visit'), to_regclass('visit_key')]) AS "table"
    UNION SELECT conrelid FROM family JOIN pg_constraint ON contype = 'f' AND confrelid = family."table"
  )
  SELECT "table"::text AS name FROM family JOIN pg_class ON pg_class.oid = "table"
  WHERE NOT coalesce(reloptions, '{}') @> '{autovacuum_vacuum_scale_factor=0,autovacuum_vacuum_threshold=50}'
    OR coalesce(reloptions, '{}') && '{autovacuum_enabled=false,autovacuum_enabled=off}'
  ORDER BY 1`;

/** Without a bound a slot may keep all of the write-ahead log. */
const UNBOUNDED_SLOTS = `SELECT 'max_slot_wal_keep_size' AS name WHERE current_setting('max_slot_wal_keep_size') = '-1'`;

/** A slot that nobody reads keeps the write-ahead log, and in it rows that are long gone. */
const IDLE_SLOTS = `SELECT slot_name AS name FROM pg_replication_slots WHERE NOT active ORDER BY 1`;

/** Something of the server that breaks what forgetting promises. */
export interface SettingAtFault {
  /** A setting's name, `statistics:table.column`, `storage:table.column`, `vacuum:table`, or `replication-slot:name`. */
  what: string;
  /** What it has to be. */
  wanted: string;
}

/** Asks a server, as the product's role there. */
export type AskServer = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/**
 * What of a server's settings lets clear statements or forgotten rows stay somewhere, as this connection sees them: also
 * what is set for one database or role.
 */
export async function settingsAtFault(ask: AskServer): Promise<SettingAtFault[]> {
  const settings = await ask<{ name: string; setting: string | null }>(
    'SELECT name, current_setting(name, true) AS setting FROM unnest($1::text[]) name',
    [Object.keys(ALLOWED)],
  );
  const columns = await ask<{ name: string; sampled: boolean }>(ALTERED_COLUMNS);
  const tables = await ask<{ name: string }>(SELDOM_VACUUMED);
  const unbounded = await ask<{ name: string }>(UNBOUNDED_SLOTS);
  const slots = await ask<{ name: string }>(IDLE_SLOTS);
  return [
    ...settings
      .filter(({ name, setting }) => setting !== null && !ALLOWED[name]?.includes(setting))
      .map(({ name }) => ({ what: name, wanted: ALLOWED[name]?.[0] ?? '' })),
    ...columns.map(({ name, sampled }) =>
      sampled
        ? { what: `statistics:${name}`, wanted: '0' }
        : { what: `storage:${name}`, wanted: 'external' },
    ),
    ...tables.map(({ name }) => ({
      what: `vacuum:${name}`,
      wanted: 'autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=50',
    })),
    ...unbounded.map(({ name }) => ({ what: name, wanted: 'a bound, 1GB' })),
    ...slots.map(({ name }) => ({
      what: `replication-slot:${name}`,
      wanted: 'in use, or dropped',
    })),
  ].sort((a, b) => a.what.localeCompare(b.what));
}
