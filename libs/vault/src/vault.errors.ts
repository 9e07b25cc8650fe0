import { AppError } from '@tapaamo/common';

/**
 * Keys cannot be had (`vault.keys-missing`): an outage that somebody must mend, and nothing is forgotten by it. Thrown as
 * such when the key store is not there, or is not this installation's.
 */
export class KeysMissingError extends AppError {
  constructor(cause?: unknown) {
    super('vault.keys-missing', { cause });
  }
}

/** A day key is there and opens under no root key (`vault.keys-missing`): its file or its answer is damaged. */
export class KeyDamagedError extends KeysMissingError {}

/** The key store is there and does not answer, or refuses (`vault.keys-missing`). */
export class KeyStoreUnavailableError extends KeysMissingError {}

/** The key database is not there, does not answer, or is another installation's (`vault.keys-missing`). */
export class KeyDatabaseUnavailableError extends KeysMissingError {}

/** What is asked for is forgotten, due to be forgotten, or does not belong here (`vault.sealed`). */
export class VaultSealedError extends AppError {
  constructor(cause?: unknown) {
    super('vault.sealed', { cause });
  }
}

/** A day key of this name was destroyed and is never made again (`vault.sealed`); another generation of its day may be. */
export class DayKeyDestroyedError extends VaultSealedError {}
