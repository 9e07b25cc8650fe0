import { isError } from '@tapaamo/common';

/** Codes of the operating system that mean the server cannot be reached. */
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
]);

/** SQLSTATE classes and codes that mean the server is away or going (PostgreSQL appendix A). */
const SERVER_CODES = /^(08|57P0[1-5]|53300)/;

/**
 * Sentences of node-postgres for a connection that went or could not be had, and of TypeORM for a transaction whose
 * connection went between two statements; they give them no code.
 */
const CONNECTION_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|not queryable|Query read timeout|Query runner already released|query runner was already released/i;

/** Whether an error means that the database is away, rather than that a statement was wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let current: unknown = error, depth = 0; isError(current) && depth < 4; depth += 1) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && (NETWORK_CODES.has(code) || SERVER_CODES.test(code))) {
      return true;
    }
    if (CONNECTION_MESSAGES.test(current.message)) {
      return true;
    }
    current = (current as { driverError?: unknown }).driverError ?? current.cause;
  }
  return false;
}

/** SQLSTATE of a failed statement, e.g. `23P01`; undefined for other errors. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' ? code : undefined;
}
