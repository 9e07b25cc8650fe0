import type { LogEvent, Logger } from '@tapaamo/logging';

/** What a sweep has done so far, and what of it failed. */
export class SweepTally {
  /** Visits that were forgotten. */
  erased = 0;
  /** Visits that could not be. */
  visitsFailed = 0;
  /** How many of them one after the other were held by somebody or too slow. */
  inVain = 0;
  /** Batches of earlier sweeps that were cut off. */
  cutOff = 0;
  /** Whether it left work to the next one because it had done as much as it may. */
  capReached = false;
  /** Whether it must not erase: a pause has just begun. */
  isPaused = false;
  /** Everything else that failed: steps of the sweep, and day keys one by one. */
  stepsFailed = 0;
  /** Keys without a visit that wait until somebody has looked. */
  keysRefused = 0;
  destroyedDays = 0;
  /** Past days that still hold visits. */
  lateDays = 0;

  constructor(private readonly logger: Logger) {}

  /** Does one step of the sweep. When it fails it is counted and logged, and the sweep goes on. */
  async step(whenItFails: LogEvent, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.stepsFailed += 1;
      this.logger.error(whenItFails, {}, error);
      return false;
    }
  }

  /** Everything that failed. */
  get failed(): number {
    return this.visitsFailed + this.stepsFailed;
  }
}
