import type { EntityManager } from 'typeorm';

/** Inserts rows that are not there yet. */
export async function insertMissing<Row extends object>(
  tx: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(rows as never)
    .orIgnore()
    .execute();
}
