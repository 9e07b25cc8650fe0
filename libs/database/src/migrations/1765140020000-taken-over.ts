import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who takes a visit over answers for it from now on, and sees contact data under non-disclosure. So far it stayed with who
 * booked; where that account is closed nobody saw it.
 */
export class TakenOver1765140020000 implements MigrationInterface {
  name = 'TakenOver1765140020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE booking SET booked_by = booking.professional_id FROM professional
       WHERE professional.id = booking.booked_by AND professional.deactivated_at IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    // Who booked is not known any more, and nobody needs it.
  }
}
