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
  event: 'technical',
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
};

/**
 * Columns of a visit's tables that hold text of any kind, as `table.column`, each with the reason it can hold nothing
 * about a client. Text that anybody types goes into the sealed envelope instead.
 */
export const FREE_TEXT_COLUMNS: readonly string[] = [];

/** Columns that name a visit without referring to it, as `table.column`, so that forgetting must find them itself. */
export const LOOSE_REFERENCES: readonly string[] = [
  // The key moves to a database of its own, and an orphan must be possible and is swept.
  'visit_key.visit_id',
];
