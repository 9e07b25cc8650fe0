import { AppError } from '@tapaamo/common';

/** The visit goes on, or has not begun: there is nothing to tell yet (`visit.not-ended`). */
export class VisitNotEndedError extends AppError {
  constructor() {
    super('visit.not-ended');
  }
}
