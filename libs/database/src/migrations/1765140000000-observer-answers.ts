import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** What each person of the client's side said of each student. Until now the last one to answer overruled the others. */
export class ObserverAnswers1765140000000 implements MigrationInterface {
  name = 'ObserverAnswers1765140000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE observer_answer (
      observer_id uuid NOT NULL,
      participant_id uuid NOT NULL,
      organisation_id uuid NOT NULL REFERENCES organisation,
      visit_id uuid NOT NULL,
      agreed boolean NOT NULL,
      answered_at timestamptz NOT NULL,
      CONSTRAINT observer_answer_pkey PRIMARY KEY (observer_id, participant_id),
      CONSTRAINT observer_answer_observer_id_fkey FOREIGN KEY (observer_id, organisation_id)
        REFERENCES participant (id, organisation_id) ON DELETE CASCADE,
      CONSTRAINT observer_answer_participant_id_fkey FOREIGN KEY (participant_id, organisation_id)
        REFERENCES participant (id, organisation_id) ON DELETE CASCADE,
      CONSTRAINT observer_answer_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
        REFERENCES visit (id, organisation_id) ON DELETE CASCADE
    )`);
    await runner.query('CREATE INDEX observer_answer_visit_id_idx ON observer_answer (visit_id)');
    await runner.query(
      'CREATE INDEX observer_answer_participant_id_idx ON observer_answer (participant_id)',
    );
    await isolate(runner, 'observer_answer');
    // Whose the answers so far were is not known: where it still matters everybody is asked anew.
    await runner.query(
      `UPDATE participant SET agreed = NULL, answered_at = NULL,
         admission = CASE admission WHEN 'admitted' THEN 'waiting' ELSE admission END
       FROM visit WHERE visit.id = participant.visit_id AND visit.ended_at IS NULL
         AND participant.agreed IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE observer_answer');
  }
}
