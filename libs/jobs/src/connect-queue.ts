import type { Logger } from '@tapaamo/logging';
import { PgBoss } from 'pg-boss';

/** What a connection to the queue does besides sending and working. */
interface Upkeep {
  /** Whether it makes and changes the queue's tables, which takes their owner. */
  migrate: boolean;
  /** Whether it keeps the queues tidy. */
  supervise: boolean;
}

/** Connects to the queue's tables (schema `jobs`). */
export async function connectQueue(url: string, upkeep: Upkeep, logger: Logger): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    max: 3,
    application_name: 'tapaamo-jobs',
    ...upkeep,
    schedule: false,
  });
  boss.on('error', (error: unknown) => logger.warn('jobs.database-failed', {}, error));
  await boss.start();
  return boss;
}
