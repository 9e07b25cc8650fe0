/**
 * What a column holds, seen from forgetting. A column without a class fails the build (test/conventions).
 * - `sealed`: identifies a client; an envelope whose key dies.
 * - `secret-hash`: hash of a random secret of a client; deleted with the visit unless its table says why not.
 * - `digest`: hash over columns that have classes of their own; tells nothing without them.
 * - `random-id`: random id that leads to a client only while the visit's rows live.
 * - `instant`, `state`: facts of a visit, deleted with it.
 * - `staff`, `organisation`: about staff or an organisation, not about clients.
 * - `count`: a number of visits without any of them being named.
 * - `technical`: none of these.
 */
export type ColumnClass =
  | 'sealed'
  | 'secret-hash'
  | 'digest'
  | 'random-id'
  | 'instant'
  | 'state'
  | 'staff'
  | 'organisation'
  | 'count'
  | 'technical';

/** Class of every column of a lib's tables: table, column, class. */
export type PersonalDataClasses = Record<string, Record<string, ColumnClass>>;
