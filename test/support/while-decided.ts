import type { DataSource } from 'typeorm';
import { eventually } from './eventually.js';

/**
 * Does something while another admin decides over the accounts of an organisation, and lets that one finish once it
 * waits.
 *
 * @returns What came of it.
 * @throws Error when it does not wait.
 */
export async function whileDecided<T>(
  dataSource: DataSource,
  organisationId: string,
  act: () => Promise<T>,
): Promise<T> {
  const deciding = dataSource.createQueryRunner();
  await deciding.startTransaction();
  try {
    await deciding.query('SELECT FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [
      organisationId,
    ]);
    const acted = act();
    await eventually('the second decision waits for the first', async () => {
      const waiting = await dataSource.query<unknown[]>(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return waiting.length > 0;
    });
    await deciding.commitTransaction();
    return await acted;
  } finally {
    if (deciding.isTransactionActive) {
      await deciding.rollbackTransaction();
    }
    await deciding.release();
  }
}
