import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** Texts of messages that organisations wrote themselves. */
export class MessageTexts1765070010000 implements MigrationInterface {
  name = 'MessageTexts1765070010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE message_text (
      organisation_id uuid NOT NULL REFERENCES organisation,
      kind text NOT NULL CHECK (kind IN ('invitation', 'change', 'cancellation', 'reminder', 'come-in')),
      channel text NOT NULL CHECK (channel IN ('sms', 'email')),
      language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
      subject text CHECK (subject !~ '[[:cntrl:]]'),
      body text,
      version integer NOT NULL,
      changed_at timestamptz NOT NULL,
      CONSTRAINT message_text_pkey PRIMARY KEY (organisation_id, kind, channel, language),
      CONSTRAINT message_text_subject_check1 CHECK ((subject IS NOT NULL) = (body IS NOT NULL AND channel = 'email'))
    )`);
    await isolate(runner, 'message_text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_text');
  }
}
