import type { LogEvent, Logger } from '@tapaamo/logging';

/** What a sweep has done so far, and what of it failed. */
export class SweepTally {
  /** Visits that were forgotten, and that could not be, by organisation. */
  readonly organisations = new Map<string, { erased: number; failed: number }>();
  /** Everything else that failed: steps of the sweep, and day keys one by one. */
  stepsFailed = 0;
  destroyedDays = 0;
  /** Past days that still hold visits. */
  lateDays = 0;

  constructor(private readonly logger: Logger) {}

  /** Counts a visit of an organisation. */
  countVisit(organisationId: string, outcome: 'erased' | 'failed'): void {
    const counts = this.organisations.get(organisationId) ?? { erased: 0, failed: 0 };
    counts[outcome] += 1;
    this.organisations.set(organisationId, counts);
  }

  /** Does one step of the sweep. When it fails it is counted and logged, and the sweep goes on. */
  async step(whenItFails: LogEvent, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.stepsFailed += 1;
      this.logger.error(whenItFails, {}, error);
    }
  }

  /** Visits that were forgotten. */
  get erased(): number {
    return this.#sum('erased');
  }

  /** Everything that failed. */
  get failed(): number {
    return this.#sum('failed') + this.stepsFailed;
  }

  #sum(outcome: 'erased' | 'failed'): number {
    return [...this.organisations.values()].reduce((sum, counts) => sum + counts[outcome], 0);
  }
}
