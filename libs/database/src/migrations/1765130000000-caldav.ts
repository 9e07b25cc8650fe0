import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...["'unreachable'", "'refused'", "'not-allowed'", "'too-large'", "'not-a-calendar'"],
  ...["'too-complex'", "'sealed'"],
];

const ADDED = [
  ...["'too-slow'", "'wrong-password'", "'other-sign-in'", "'no-calendar'", "'elsewhere'"],
].join(', ');

/** Calendars elsewhere that are read by signing in. */
export class CalDav1765130000000 implements MigrationInterface {
  name = 'CalDav1765130000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE external_calendar RENAME sealed_address TO sealed_source');
    await allow(runner, `${BEFORE.join(', ')}, ${ADDED}`);
  }

  /** Calendars that are read by signing in are given up: what is sealed there was no address before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM external_calendar');
    await allow(runner, BEFORE.join(', '));
    await runner.query('ALTER TABLE external_calendar RENAME sealed_source TO sealed_address');
  }
}

async function allow(runner: QueryRunner, failures: string): Promise<void> {
  await runner.query(`ALTER TABLE external_calendar
    DROP CONSTRAINT external_calendar_failure_check,
    ADD CONSTRAINT external_calendar_failure_check CHECK (failure IN (${failures}))`);
}
