import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** Part of a table that refers to a member of the staff, together with the organisation. */
const staff = (table: string, column: string, then = ''): string =>
  `CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}, organisation_id)
     REFERENCES professional (id, organisation_id) ${then}`;

const STATEMENTS = [
  `CREATE TABLE team (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT team_id_organisation_id_key UNIQUE (id, organisation_id)
  )`,
  'CREATE UNIQUE INDEX team_name_key ON team (organisation_id, lower(name))',
  `CREATE TABLE team_member (
    team_id uuid NOT NULL,
    professional_id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    leads boolean NOT NULL,
    PRIMARY KEY (team_id, professional_id),
    CONSTRAINT team_member_team_id_fkey FOREIGN KEY (team_id, organisation_id)
      REFERENCES team (id, organisation_id) ON DELETE CASCADE,
    ${staff('team_member', 'professional_id', 'ON DELETE CASCADE')}
  )`,
  'CREATE INDEX team_member_professional_id_idx ON team_member (professional_id)',
  `CREATE TABLE stand_in (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    absent_id uuid NOT NULL,
    stand_in_id uuid NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT stand_in_for_another CHECK (absent_id <> stand_in_id),
    CONSTRAINT stand_in_days CHECK (first_day <= last_day),
    ${staff('stand_in', 'absent_id', 'ON DELETE CASCADE')},
    ${staff('stand_in', 'stand_in_id', 'ON DELETE CASCADE')},
    ${staff('stand_in', 'created_by')}
  )`,
  'CREATE INDEX stand_in_absent_id_idx ON stand_in (absent_id)',
  'CREATE INDEX stand_in_stand_in_id_idx ON stand_in (stand_in_id)',
  `CREATE TABLE booking_share (
    visit_id uuid NOT NULL,
    professional_id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (visit_id, professional_id),
    CONSTRAINT booking_share_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
      REFERENCES visit (id, organisation_id) ON DELETE CASCADE,
    ${staff('booking_share', 'professional_id', 'ON DELETE CASCADE')}
  )`,
  'CREATE INDEX booking_share_professional_id_idx ON booking_share (professional_id)',
];

const TABLES = ['team', 'team_member', 'stand_in', 'booking_share'];

/** Teams and their leads, stand-ins for days of absence, and visits shared with colleagues. */
export class Teams1764850000000 implements MigrationInterface {
  name = 'Teams1764850000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
    for (const table of TABLES) {
      await isolate(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
