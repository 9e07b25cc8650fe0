import type { TestApi } from './start-api.js';

/** Takes away all visits and everything that is kept about past ones; organisations and accounts stay. */
export async function emptyVisits({ dataSource, keys }: TestApi): Promise<void> {
  await dataSource.query(
    'TRUNCATE booking, forgotten_link, purge_batch, purge_count, purge_day, purge_forecast, purge_item, purge_pause, purge_run, alarm, key_release, visit_count CASCADE',
  );
  await keys.empty();
}
