import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A policy may count from the end of the client relationship: while nobody has said that it is over, it says when that is
 * asked and when everything goes all the same. A visit keeps what was said. Of messages there is a policy of their own;
 * categories of which the product keeps nothing are no policies yet.
 */
export class RelationshipEnd1765500000000 implements MigrationInterface {
  name = 'RelationshipEnd1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE retention_policy
      ADD COLUMN review_period text,
      ADD COLUMN ceiling_period text,
      DROP CONSTRAINT retention_policy_anchor_check,
      ADD CONSTRAINT retention_policy_anchor_check
        CHECK (anchor IN ('visit-end', 'relationship-end', 'recorded')),
      DROP CONSTRAINT retention_policy_category_check,
      ADD CONSTRAINT retention_policy_category_check CHECK (category IN ('identifiers', 'messages', 'audit')),
      ADD CONSTRAINT retention_policy_known_end_check CHECK (num_nulls(review_period, ceiling_period) =
        CASE anchor WHEN 'relationship-end' THEN 0 ELSE 2 END)`);
    await runner.query(`ALTER TABLE retention_change
      ADD COLUMN anchor text NOT NULL DEFAULT 'visit-end'
        CONSTRAINT retention_change_anchor_check CHECK (anchor IN ('visit-end', 'relationship-end'))`);
    await runner.query('ALTER TABLE retention_change ALTER COLUMN anchor DROP DEFAULT');
    await runner.query(`ALTER TABLE visit
      ADD COLUMN relationship_ended_at timestamptz,
      ADD COLUMN relationship_review_at timestamptz,
      ADD CONSTRAINT visit_relationship_check CHECK (num_nonnulls(relationship_ended_at, relationship_review_at) < 2)`);
    await runner.query(`CREATE INDEX visit_relationship_review_at_idx ON visit (relationship_review_at)
      WHERE relationship_review_at IS NOT NULL`);
    await runner.query(`INSERT INTO retention_policy (id, organisation_id, category, anchor, period, version, created_at)
      SELECT gen_random_uuid(), id, 'messages', 'visit-end', 'P14D', 1, now() FROM organisation`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What counted from the end of the relationship counts from the visit then: sooner, and never later.
    await runner.query(`UPDATE retention_policy SET anchor = 'visit-end', review_period = NULL, ceiling_period = NULL
      WHERE anchor = 'relationship-end'`);
    await runner.query(`DELETE FROM retention_change WHERE anchor = 'relationship-end'`);
    await runner.query(`DELETE FROM retention_policy WHERE category = 'messages'`);
    await runner.query('DROP INDEX visit_relationship_review_at_idx');
    await runner.query(`ALTER TABLE visit
      DROP COLUMN relationship_ended_at,
      DROP COLUMN relationship_review_at`);
    await runner.query('ALTER TABLE retention_change DROP COLUMN anchor');
    await runner.query(`ALTER TABLE retention_policy
      DROP COLUMN review_period,
      DROP COLUMN ceiling_period,
      DROP CONSTRAINT retention_policy_anchor_check,
      ADD CONSTRAINT retention_policy_anchor_check CHECK (anchor IN ('visit-end', 'recorded')),
      DROP CONSTRAINT retention_policy_category_check,
      ADD CONSTRAINT retention_policy_category_check
        CHECK (category IN ('identifiers', 'messages', 'audit', 'rights-requests', 'incidents'))`);
  }
}
