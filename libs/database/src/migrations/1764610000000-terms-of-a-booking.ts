import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A booking keeps the level and the discretion it was made with: a change of its service acts for new ones. */
export class TermsOfABooking1764610000000 implements MigrationInterface {
  name = 'TermsOfABooking1764610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE booking
       ADD COLUMN identification_level text CHECK (identification_level IN ('required', 'offered', 'off')),
       ADD COLUMN discreet boolean NOT NULL DEFAULT false`,
    );
    await runner.query(
      `UPDATE booking SET identification_level = service.identification_level
       FROM service WHERE service.id = booking.service_id`,
    );
    await runner.query(
      `ALTER TABLE booking ALTER COLUMN identification_level SET NOT NULL,
       ALTER COLUMN discreet DROP DEFAULT`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE booking DROP COLUMN identification_level, DROP COLUMN discreet',
    );
  }
}
