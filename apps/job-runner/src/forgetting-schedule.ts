import { Injectable } from '@nestjs/common';
import { ContractEnd } from '@tapaamo/contract-end';
import { Jobs } from '@tapaamo/jobs';
import { HoldReview } from '@tapaamo/legal-hold';
import { PurgeService } from '@tapaamo/purge';
import { WatchedEscrow } from './watched-escrow.js';

/** Ties each job that forgets, or keeps keys, to its work. */
@Injectable()
export class ForgettingSchedule {
  constructor(
    private readonly jobs: Jobs,
    private readonly purge: PurgeService,
    private readonly escrow: WatchedEscrow,
    private readonly contractEnd: ContractEnd,
    private readonly holds: HoldReview,
  ) {}

  /** Begins to work. */
  async start(): Promise<void> {
    await this.jobs.work('purge.sweep', async () => {
      await this.purge.tick();
    });
    await this.jobs.work('keys.escrow', async () => {
      await this.escrow.keep();
    });
    await this.jobs.work('alarms.watch', async () => {
      await this.escrow.lookForAlarms();
    });
    await this.jobs.work('organisations.forget', async () => {
      await this.contractEnd.run();
    });
    await this.jobs.work('holds.review', async () => {
      await this.holds.run();
    });
  }
}
