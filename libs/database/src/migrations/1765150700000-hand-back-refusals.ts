import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** That an identification was not confirmed where it came back; kept apart from attempts, so that none of them erases it. */
export class HandBackRefusals1765150700000 implements MigrationInterface {
  name = 'HandBackRefusals1765150700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE hand_back_refusal (
      refused_at timestamptz NOT NULL,
      organisation_id uuid NOT NULL REFERENCES organisation,
      visit_id uuid NOT NULL,
      participant_id uuid NOT NULL,
      CONSTRAINT hand_back_refusal_pkey PRIMARY KEY (participant_id),
      CONSTRAINT hand_back_refusal_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
        REFERENCES visit (id, organisation_id) ON DELETE CASCADE,
      CONSTRAINT hand_back_refusal_participant_id_fkey FOREIGN KEY (participant_id, organisation_id)
        REFERENCES participant (id, organisation_id) ON DELETE CASCADE
    )`);
    for (const column of ['organisation_id', 'visit_id']) {
      await runner.query(
        `CREATE INDEX hand_back_refusal_${column}_idx ON hand_back_refusal (${column})`,
      );
    }
    await runner.query(`INSERT INTO hand_back_refusal (refused_at, organisation_id, visit_id, participant_id)
      SELECT max(created_at), organisation_id, visit_id, participant_id FROM identification_hand_back
      WHERE state = 'refused' GROUP BY organisation_id, visit_id, participant_id`);
    await isolate(runner, 'hand_back_refusal');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hand_back_refusal');
  }
}
