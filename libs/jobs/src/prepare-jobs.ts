import type { Config } from '@tapaamo/config';
import type { Logger } from '@tapaamo/logging';
import { connectQueue } from './connect-queue.js';
import { JOB_NAMES } from './job-names.js';

/** Makes the tables and queues, as the owner; called when the installation is prepared, before any process works. */
export async function prepareJobs(config: Config, logger: Logger): Promise<void> {
  const upkeep = { migrate: true, supervise: false };
  const boss = await connectQueue(config.DATABASE_OWNER_URL, upkeep, logger);
  try {
    for (const name of JOB_NAMES) {
      await boss.createQueue(name, { policy: 'short', retryLimit: 0, deleteAfterSeconds: 60 });
    }
  } finally {
    await boss.stop({ graceful: true, timeout: 3_000 });
  }
}
