import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { EndVisitService } from '@tapaamo/visit';
import { PurgeBatches, type Sweep } from './batch/purge-batches.js';
import { PassingRows } from './passing-rows.js';
import { showLeft } from './sweep-gauges.js';
import { SweepKeys } from './sweep-keys.js';
import { SweepRecords, type BegunRun } from './sweep-records.js';
import { SweepTally } from './sweep-tally.js';

/** Of so many ticks one erases what has a short life of its own: each of its steps looks through the installation. */
const TICKS_A_TURN = 10;

/** What a sweep did. */
export interface SweepResult {
  erased: number;
  failed: number;
}

/**
 * Forgets what is due. It looks for state ("due and not done"), so nothing depends on a run at the right moment, and
 * whatever was missed is caught up. One failure never stops what comes after it.
 */
@Injectable()
export class PurgeService {
  /** Ticks until what is passing has its turn. */
  #ticksLeft = 0;

  constructor(
    private readonly endings: EndVisitService,
    private readonly batches: PurgeBatches,
    private readonly keys: SweepKeys,
    private readonly passing: PassingRows,
    private readonly records: SweepRecords,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A sweep by the clock: of what is passing every tenth, and again with the next one when some of it failed. */
  async tick(): Promise<void> {
    const isTurn = this.#ticksLeft <= 0;
    this.#ticksLeft = isTurn ? TICKS_A_TURN - 1 : this.#ticksLeft - 1;
    await this.sweep({ withPassing: isTurn });
  }

  /**
   * Forgets every visit that is due, then the keys of past days and what outlived its use. What fails is counted and
   * logged, and stops nothing else; the record of the sweep is finished all the same, so that the failure is seen.
   *
   * @throws RestoredError (`service.restored`) when something is an older copy: by it nothing is forgotten
   */
  async sweep({ withPassing } = { withPassing: true }): Promise<SweepResult> {
    if (this.config.PURGE_MODE === 'dry-run') {
      return this.#dryRun();
    }
    await this.keys.note();
    const tally = new SweepTally(this.logger);
    const run = await this.records.begin(tally);
    const sweep: Sweep = { runId: run.id, tally };
    await tally.step('purge.cut-off-not-told', () => this.#tellCutOff());
    await tally.step('purge.visits-not-closed', () => this.endings.closeOverdue());
    await tally.step('purge.not-guarded', async () => {
      if (await this.batches.mayErase()) {
        await this.#erase(sweep, withPassing);
      }
    });
    await tally.step('purge.sweep-not-told', () => this.records.tell(tally));
    await this.#finish(run, tally);
    if (tally.erased > 0 || tally.destroyedDays > 0) {
      await this.keys.note();
    }
    return { erased: tally.erased, failed: tally.failed };
  }

  /** Everything that a sweep takes away; nothing of it while a pause stands. */
  async #erase(sweep: Sweep, withPassing: boolean): Promise<void> {
    const { tally } = sweep;
    await tally.step('purge.visits-not-forgotten', async () => {
      tally.isPaused = !(await this.batches.forgetAll(sweep));
    });
    if (tally.isPaused) {
      return;
    }
    await tally.step('purge.keys-not-mended', () => this.keys.mend(tally));
    await tally.step('purge.days-not-destroyed', () => this.keys.destroyPastDays(tally));
    await tally.step('purge.days-not-recorded', () => this.keys.recordDays());
    if (withPassing && !(await this.passing.erase(tally))) {
      this.#ticksLeft = 0;
    }
  }

  /** Tells what there would be, and changes nothing. */
  async #dryRun(): Promise<SweepResult> {
    const { remaining } = await this.records.left();
    this.logger.info('purge.dry-run', { count: remaining });
    return { erased: 0, failed: 0 };
  }

  async #tellCutOff(): Promise<void> {
    const count = await this.records.finishCutOff();
    if (count > 0) {
      this.logger.warn('purge.runs-cut-off', { count });
    }
  }

  async #finish(run: BegunRun, tally: SweepTally): Promise<void> {
    let remaining = 0;
    await tally.step('purge.left-not-counted', async () => {
      const left = await this.records.left();
      ({ remaining } = left);
      tally.capReached &&= remaining > 0;
      showLeft(left, tally.capReached);
    });
    await this.records.finish(run, tally, remaining);
    this.#log(tally, remaining);
  }

  #log(tally: SweepTally, remaining: number): void {
    const { erased, failed, destroyedDays, lateDays, cutOff, capReached } = tally;
    if (erased > 0 || failed > 0 || destroyedDays > 0 || lateDays > 0) {
      this.logger.info('purge.swept', { count: erased, failed, late: lateDays });
    }
    if (cutOff > 0) {
      this.logger.warn('purge.batches-finished', { count: cutOff });
    }
    if (capReached) {
      this.logger.warn('purge.cap-reached', { count: remaining });
    }
  }
}
