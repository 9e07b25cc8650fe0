import { AppError } from '@tapaamo/common';

/** What is asked for is forgotten, due to be forgotten, or does not belong here (`vault.sealed`). */
export class VaultSealedError extends AppError {
  constructor(cause?: unknown) {
    super('vault.sealed', { cause });
  }
}
