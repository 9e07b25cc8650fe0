import { AppError } from '@tapaamo/common';

/**
 * The key store is not there, or is not this installation's (`vault.keys-missing`): an outage that somebody must mend.
 * Nothing is forgotten by it.
 */
export class KeysMissingError extends AppError {
  constructor() {
    super('vault.keys-missing');
  }
}

/** What is asked for is forgotten, due to be forgotten, or does not belong here (`vault.sealed`). */
export class VaultSealedError extends AppError {
  constructor(cause?: unknown) {
    super('vault.sealed', { cause });
  }
}
