import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const OWNER = (table: string): string => `organisation_id uuid NOT NULL REFERENCES organisation,
    CONSTRAINT ${table}_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
      REFERENCES professional (id, organisation_id) ON DELETE CASCADE`;

const STATEMENTS = [
  `ALTER TABLE professional ADD COLUMN second_factor text NOT NULL DEFAULT 'required'
     CHECK (second_factor IN ('required', 'waived'))`,
  `CREATE TABLE code_generator (
    professional_id uuid PRIMARY KEY,
    sealed_secret bytea NOT NULL,
    last_step integer NOT NULL,
    created_at timestamptz NOT NULL,
    ${OWNER('code_generator')}
  )`,
  'CREATE INDEX code_generator_organisation_id_idx ON code_generator (organisation_id)',
  `CREATE TABLE recovery_code (
    code_hash bytea PRIMARY KEY,
    professional_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    ${OWNER('recovery_code')}
  )`,
  'CREATE INDEX recovery_code_organisation_id_idx ON recovery_code (organisation_id)',
  'CREATE INDEX recovery_code_professional_id_idx ON recovery_code (professional_id)',
];

/** Second factors of staff: the generator of codes on their telephone, and the codes for when it is lost. */
export class SecondFactors1764410000000 implements MigrationInterface {
  name = 'SecondFactors1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
    await isolate(runner, 'code_generator');
    await isolate(runner, 'recovery_code');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recovery_code, code_generator');
    await runner.query('ALTER TABLE professional DROP COLUMN second_factor');
  }
}
