import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sealed columns that were still sampled; the envelopes never were. */
const SEALED = [
  ['visit_key', 'wrapped_key'],
  ['code_generator', 'sealed_secret'],
] as const;

/**
 * What is sealed is sampled by no ANALYZE any more, and samples that were taken are removed: they are whole values, and
 * outlive the rows of forgotten visits.
 */
export class NoStatisticsOfSealedColumns1764810000000 implements MigrationInterface {
  name = 'NoStatisticsOfSealedColumns1764810000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of SEALED) {
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS 0`);
      // ANALYZE leaves the old sample of a column that it now skips. To set a type removes it and, where the type is the
      // same, rewrites nothing; it also sets the storage back, which is therefore said last.
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE bytea`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET STORAGE EXTERNAL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of SEALED) {
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS -1`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET STORAGE EXTENDED`);
    }
  }
}
