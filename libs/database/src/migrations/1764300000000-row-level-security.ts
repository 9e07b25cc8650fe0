import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, unisolate } from './support/isolate.js';

/** Tables of a visit that now say whose it is, so that PostgreSQL can tell organisations apart in each of them. */
const OF_A_VISIT = [
  'participant',
  'door_session',
  'identification_transaction',
  'identification',
  'outbox_message',
];

/** Tables that others refer to together with their organisation: a row of another organisation fits nowhere. */
const REFERRED_TO = [
  'retention_policy',
  'service',
  'professional',
  'booking',
  'visit',
  'participant',
];

/** References from one organisation's row to another's: `[table, column, target, what follows]`. */
const REFERENCES: [table: string, column: string, target: string, then: string][] = [
  ['service', 'retention_policy_id', 'retention_policy', ''],
  ['booking', 'service_id', 'service', ''],
  ['booking', 'professional_id', 'professional', ''],
  ['visit', 'booking_id', 'booking', 'ON DELETE CASCADE'],
  ['visit', 'retention_policy_id', 'retention_policy', ''],
  ['visit_count', 'service_id', 'service', ''],
  ['staff_invitation', 'professional_id', 'professional', 'ON DELETE CASCADE'],
  ...OF_A_VISIT.map((table): [string, string, string, string] => [
    table,
    'visit_id',
    'visit',
    'ON DELETE CASCADE',
  ]),
  ['participant', 'professional_id', 'professional', ''],
  ...OF_A_VISIT.filter((table) => table !== 'participant').map(
    (table): [string, string, string, string] => [
      table,
      'participant_id',
      'participant',
      'ON DELETE CASCADE',
    ],
  ),
];

const ISOLATED: Record<string, Parameters<typeof isolate>[2]> = {
  organisation: { organisation: 'id' },
  retention_policy: {},
  service: {},
  professional: { held: { staff_id: 'id', staff_email: 'email' } },
  staff_invitation: { held: { invitation: 'secret_hash' } },
  booking: {},
  visit: {},
  participant: { held: { link: 'link_hash' } },
  door_session: { held: { door_session: 'secret_hash' } },
  identification_transaction: { held: { identification_state: 'state_hash' } },
  identification: {},
  outbox_message: {},
  visit_key: {},
  visit_count: {},
  purge_count: {},
  forgotten_link: { held: { link: 'link_hash' } },
};

/** One organisation's rows do not exist for another: not in what is read, nor in what is written or referred to. */
export class RowLevelSecurity1764300000000 implements MigrationInterface {
  name = 'RowLevelSecurity1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of OF_A_VISIT) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN organisation_id uuid`);
      await runner.query(
        `UPDATE ${table} SET organisation_id = visit.organisation_id FROM visit WHERE visit.id = ${table}.visit_id`,
      );
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN organisation_id SET NOT NULL`);
      await runner.query(`CREATE INDEX ${table}_organisation_id_idx ON ${table} (organisation_id)`);
    }
    // Whose an old hash was is known to nobody any more; only links of demonstrations lose their last answer.
    await runner.query('DELETE FROM forgotten_link');
    await runner.query(
      'ALTER TABLE forgotten_link ADD COLUMN organisation_id uuid NOT NULL REFERENCES organisation',
    );
    await runner.query(
      'CREATE INDEX forgotten_link_organisation_id_idx ON forgotten_link (organisation_id)',
    );
    for (const table of REFERRED_TO) {
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_organisation_key UNIQUE (id, organisation_id)`,
      );
    }
    for (const [table, column, target, then] of REFERENCES) {
      await runner.query(
        `ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey,
         ADD CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}, organisation_id)
           REFERENCES ${target} (id, organisation_id) ${then}`,
      );
    }
    for (const [table, isolated] of Object.entries(ISOLATED)) {
      await isolate(runner, table, isolated);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(ISOLATED)) {
      await unisolate(runner, table);
    }
    for (const [table, column, target, then] of REFERENCES) {
      await runner.query(
        `ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey,
         ADD CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}) REFERENCES ${target} (id) ${then}`,
      );
    }
    for (const table of REFERRED_TO) {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_organisation_key`);
    }
    for (const table of [...OF_A_VISIT, 'forgotten_link']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN organisation_id`);
    }
  }
}
