import { FieldError } from '@tapaamo/common';

/** A text has the name of a service in it (`message-text.names-service`). */
export class NamesServiceError extends FieldError {
  /** @param field - Where. */
  constructor(field: string) {
    super(field, 'message-text.names-service');
  }
}
