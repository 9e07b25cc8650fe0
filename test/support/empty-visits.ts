import type { DataSource } from 'typeorm';

/** Takes away all visits and everything that is kept about past ones; organisations and accounts stay. */
export async function emptyVisits(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    'TRUNCATE booking, visit_key, forgotten_link, purge_count, purge_run, visit_count CASCADE',
  );
}
