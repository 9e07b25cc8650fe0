import { AppError } from '@tapaamo/common';

/** Nobody has said for whom the file is to be sealed. */
export class NoExportKeyError extends AppError {
  constructor() {
    super('export.no-key');
  }
}

/** Who set the key cannot have the file: two people are needed to take anything out. */
export class OwnExportKeyError extends AppError {
  constructor() {
    super('export.own-key');
  }
}
