import { SteadyClient } from '@tapaamo/database';
import { DataSource } from 'typeorm';
import type { TestDatabase } from './test-database.js';

/**
 * The product's tables as the superuser sees them, for what a test arranges and looks at. The product itself sees one
 * organisation at a time.
 *
 * @param product - The product's own connection, for its entities.
 */
export async function allSeeing(database: TestDatabase, product: DataSource): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: database.adminUrl,
    entities: product.options.entities ?? [],
    poolSize: 4,
    // Tests kill connections too.
    poolErrorHandler: () => undefined,
    extra: { Client: SteadyClient, options: '-c TimeZone=UTC' },
  });
  return dataSource.initialize();
}
