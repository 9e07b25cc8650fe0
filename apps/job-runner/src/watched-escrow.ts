import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AlarmCauses, Alarms } from '@tapaamo/purge';
import { KeyEscrow } from '@tapaamo/vault';

/** An organisation has a file a day at least, in seconds, with an hour for what comes in between. */
const LATEST_AFTER = 25 * 3_600;

/** Escrow and the alarms: only the job runner sees the folder of escrow files. */
@Injectable()
export class WatchedEscrow implements OnModuleInit {
  constructor(
    private readonly escrow: KeyEscrow,
    private readonly causes: AlarmCauses,
    private readonly alarms: Alarms,
  ) {}

  onModuleInit(): void {
    this.causes.alsoWatch('escrow-late', async () => {
      const age = await this.escrow.ageSeconds();
      return age !== null && age > LATEST_AFTER;
    });
  }

  /** Writes and removes escrow files. */
  async keep(): Promise<void> {
    await this.escrow.keep();
  }

  /** Looks what is the matter with forgetting. */
  async lookForAlarms(): Promise<void> {
    await this.alarms.look();
  }
}
