import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A device test tells of the loudspeaker and the line, too, and when it was; in words of a list and numbers only. */
export class DeviceResults1765180000000 implements MigrationInterface {
  name = 'DeviceResults1765180000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE participant
      DROP CONSTRAINT participant_device_microphone_check,
      ADD CONSTRAINT participant_device_microphone_check
        CHECK (device_microphone IN ('works', 'refused', 'missing', 'broken', 'silent')),
      ADD COLUMN device_speaker text CHECK (device_speaker IN ('heard', 'not-heard')),
      ADD COLUMN device_way text CHECK (device_way IN ('udp', 'tcp', 'relay', 'none')),
      ADD COLUMN device_up_kbps integer,
      ADD COLUMN device_down_kbps integer,
      ADD COLUMN device_loss_percent integer,
      ADD COLUMN device_round_trip_ms integer,
      ADD COLUMN device_tested_at timestamptz,
      ADD CONSTRAINT participant_device_line CHECK (num_nulls(device_way, device_up_kbps,
        device_down_kbps, device_loss_percent, device_round_trip_ms) IN (0, 5))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE participant
      DROP COLUMN device_speaker, DROP COLUMN device_way, DROP COLUMN device_up_kbps,
      DROP COLUMN device_down_kbps, DROP COLUMN device_loss_percent,
      DROP COLUMN device_round_trip_ms, DROP COLUMN device_tested_at,
      DROP CONSTRAINT participant_device_microphone_check,
      ADD CONSTRAINT participant_device_microphone_check
        CHECK (device_microphone IN ('works', 'refused', 'missing', 'broken')) NOT VALID`);
  }
}
