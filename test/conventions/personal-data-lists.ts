/** Classes of log fields: what a line may say about whom. */
type LogFieldClass = 'random-id' | 'staff' | 'organisation' | 'technical' | 'count';

/**
 * Every field a log line may have, and why it may outlive a visit: a random id leads nowhere once the visit's rows are
 * gone. A field that could hold a client's name, number or address has no class here and must not exist.
 */
export const LOG_FIELD_CLASSES: Readonly<Record<string, LogFieldClass>> = {
  correlationId: 'random-id',
  organisationId: 'organisation',
  professionalId: 'staff',
  bookingId: 'random-id',
  visitId: 'random-id',
  participantId: 'random-id',
  messageId: 'random-id',
  nodeId: 'technical',
  workerPid: 'technical',
  route: 'technical',
  method: 'technical',
  code: 'technical',
  errorClass: 'technical',
  at: 'technical',
  status: 'technical',
  durationMs: 'technical',
  count: 'count',
  failed: 'count',
  late: 'count',
  port: 'technical',
  attempt: 'technical',
  setting: 'technical',
  channel: 'technical',
  signal: 'technical',
  job: 'technical',
};

/**
 * Columns of a visit's tables that hold text of any kind, as `table.column`, each with the reason it can hold nothing
 * about a client. Text that anybody types goes into the sealed envelope instead.
 */
export const FREE_TEXT_COLUMNS: readonly string[] = [
  // A release of time zone data, `2025b`: a constraint of the table lets in nothing else.
  'visit.purge_tzdata',
];

/** Columns of bytes that are neither sealed nor a hash, as `table.column`, each with the reason it may be read by anybody. */
export const OPEN_BYTES: readonly string[] = [
  // The picture on an organisation's pages.
  'organisation_logo.image',
  // Names and public halves of passkeys of staff.
  'passkey.credential_id',
  'passkey.public_key',
];

/** Columns that name a visit without referring to it, as `table.column`, so that forgetting must find them itself. */
export const LOOSE_REFERENCES: readonly string[] = [
  // What a sweep has in hand: it goes in the statement that takes the visit away, which a reference would slow down.
  'purge_item.visit_id',
  // In the key database, where it refers to the key and goes with it.
  'former_wrap.visit_id',
  // In the key database; it goes when the hold is over, before which the visit is not forgotten.
  'hold_key.visit_id',
  // The key is in a database of its own, and an orphan must be possible and is swept.
  'visit_key.visit_id',
];

/**
 * Columns of the job queue's own tables, all technical. What could hold something of a client stays empty: a job is sent
 * without data, and its work keeps every error to itself. A new version of the package that brings a column is looked at
 * here first.
 */
export const JOB_COLUMNS: Readonly<Record<string, string>> = {
  bam: 'command completed_on created_on error id name queue started_on status table_name version',
  job: 'blocked blocking completed_on created_on data dead_letter deletion_seconds expire_seconds group_id group_tier heartbeat_on heartbeat_seconds id keep_until name output pending_dependencies policy priority retry_backoff retry_count retry_delay retry_delay_max retry_limit singleton_key singleton_on source_created_on source_id source_name source_output source_retry_count source_root_id start_after started_on state',
  job_dependency: 'child_id child_name parent_id parent_name',
  queue:
    'active_count completed_delta created_delta created_on dead_letter deferred_count deletion_seconds delta_on delta_seconds expire_seconds failed_count failed_delta heartbeat_seconds maintain_on monitor_claim_on monitor_on name notify partition policy queued_count ready_count ready_history retention_seconds retry_backoff retry_delay retry_delay_max retry_limit singletons_active table_name total_count updated_on warning_queued',
  queue_stats:
    'active_count captured_on completed_delta created_delta deferred_count delta_on delta_seconds failed_count failed_delta id name queued_count ready_count total_count',
  schedule: 'created_on cron data key kind last_job_id name options timezone updated_on',
  subscription: 'created_on event name updated_on',
  version: 'bam_on cron_on flow_on monitor_backoff_on reindex_on version',
  warning: 'created_on data id message type',
};

/** Sources that may write a file, each with what: nothing of a client is ever in one, not for a moment either. */
export const WRITING_FILES: Readonly<Record<string, string>> = {
  'apps/dev-identity-provider/src/keys/entity-key.ts': 'the stand-in provider’s own key',
  'apps/dev-identity-provider/src/spec-support/small-relying-party.ts': 'settings of a test',
  'apps/job-runner/src/demo/demo-data.ts': 'passwords of the demonstration’s staff',
  'apps/job-runner/src/demo/demo-provider.ts': 'settings of the demonstration’s provider',
  'apps/web/precompress.ts': 'the built pages, compressed',
  'libs/identification/src/relying-party/key-file.ts': 'keys of the relying party',
  'libs/professional/src/password/breached-passwords.ts': 'reads alone: parts of a long list',
  'libs/vault/src/key-store/file-key-store.ts': 'sealed day keys',
  'libs/vault/src/key-store/files.ts': 'sealed day keys',
};
