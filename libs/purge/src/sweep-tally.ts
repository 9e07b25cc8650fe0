import type { LogEvent, Logger } from '@tapaamo/logging';

/** What a sweep has done so far, and what of it failed. */
export class SweepTally {
  erased = 0;
  /** Visits that could not be forgotten. */
  visitsFailed = 0;
  /** Everything else that failed: steps of the sweep, and day keys one by one. */
  stepsFailed = 0;
  destroyedDays = 0;
  /** Past days that still hold visits. */
  lateDays = 0;

  constructor(private readonly logger: Logger) {}

  /** Does one step of the sweep. When it fails it is counted and logged, and the sweep goes on. */
  async step(whenItFails: LogEvent, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.stepsFailed += 1;
      this.logger.error(whenItFails, {}, error);
    }
  }

  /** Everything that failed. */
  get failed(): number {
    return this.visitsFailed + this.stepsFailed;
  }
}
