/** The server is for this machine's processes only, and reckons in UTC like every timestamp we store. */
const BASE = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
};

/**
 * Keeps values of rows out of the server's log and forgotten rows out of recycled WAL files. Identifiers
 * are sealed before they come here, so this is the second line of defence.
 */
const FORGETFUL = {
  wal_recycle: 'off',
  max_slot_wal_keep_size: '1GB',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_lock_waits: 'off',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
};

/** A second server beside the first, for few small rows: it takes little of the machine. */
const SMALL = { shared_buffers: '16MB', max_wal_size: '128MB' };

/** Speed for data that nobody misses after a crash: tests only. */
const DISPOSABLE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * @param {{ durable: boolean, small: boolean }} options
 * @returns {string[]} Command-line flags of the server.
 */
export function serverFlags({ durable, small }) {
  const settings = {
    ...BASE,
    ...FORGETFUL,
    ...(small ? SMALL : {}),
    ...(durable ? {} : DISPOSABLE),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
