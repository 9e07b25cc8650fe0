import { AppError, FieldError } from '@tapaamo/common';

/** The service has this period already (`retention.unchanged`). */
export class RetentionUnchangedError extends FieldError {
  constructor() {
    super('period', 'retention.unchanged');
  }
}

/** Another shorter period waits for the service (`retention.change-waiting`). */
export class RetentionChangeWaitingError extends AppError {
  constructor() {
    super('retention.change-waiting');
  }
}

/** Who proposed a shorter period cannot confirm it (`retention.second-admin`). */
export class SecondAdminError extends AppError {
  constructor() {
    super('retention.second-admin');
  }
}

/** More visits are affected than were shown (`retention.preview-outdated`). */
export class PreviewOutdatedError extends AppError {
  constructor() {
    super('retention.preview-outdated');
  }
}
