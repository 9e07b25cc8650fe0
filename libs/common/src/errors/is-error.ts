/**
 * Whether a value is an error, wherever in the process it was made: `instanceof` knows only those of its own context,
 * and errors of Node's core reach code in another one (as tests run in) with a class of their own.
 */
export function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

/** What was thrown, as an error: anything may be thrown, and a rejection's reason has no type. */
export function asError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown));
}
