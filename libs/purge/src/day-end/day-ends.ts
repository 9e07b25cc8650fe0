import { Inject, Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { OrganisationScope } from '@tapaamo/database';
import { KeyDays, KeyStore, unrevivable, type ShreddedDay } from '@tapaamo/vault';

const DAY_MS = 86_400_000;

/** A day that got another day key after it was told of is shredded when that one is. */
const NOTE = `INSERT INTO purge_day (organisation_id, due_day, shredded_at)
  SELECT day.organisation_id, day.due_day, day.shredded_at
  FROM unnest($1::uuid[], $2::date[], $3::timestamptz[]) AS day (organisation_id, due_day, shredded_at)
  JOIN organisation ON organisation.id = day.organisation_id
  ON CONFLICT (organisation_id, due_day) DO UPDATE
    SET shredded_at = excluded.shredded_at, rekeyed_at = NULL, unrevivable_at = NULL
    WHERE purge_day.shredded_at < excluded.shredded_at`;

/** Only what was destroyed before the re-key began is sealed under nothing any more. */
const NOTE_REKEYED = `UPDATE purge_day SET rekeyed_at = $1, unrevivable_at = $1::timestamptz + $2::float8 * interval '1 millisecond'
  WHERE rekeyed_at IS NULL AND shredded_at <= $1`;

/**
 * Writes down what became of past days. The key database knows which of them are over, and is told last that they stand
 * here: cut off anywhere, they are written once more.
 */
@Injectable()
export class DayEnds {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly days: KeyDays,
    private readonly keyStore: KeyStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns How many days were over since the last time. @throws KeysMissingError (`vault.keys-missing`) */
  async record(): Promise<number> {
    const shredded = await this.days.shredded(localDateOf(this.clock.now()));
    const rekeyedAt = await this.keyStore.rekeyedAt();
    const { afterDays } = unrevivable(this.keyStore.about, this.config);
    await this.scope.everywhere('forgetting what is due', async (tx) => {
      if (shredded.length > 0) {
        await tx.query(NOTE, columnsOf(shredded));
      }
      if (rekeyedAt !== null) {
        await tx.query(NOTE_REKEYED, [rekeyedAt, afterDays === null ? null : afterDays * DAY_MS]);
      }
    });
    if (shredded.length > 0) {
      await this.days.noteTold(shredded);
    }
    return shredded.length;
  }
}

const columnsOf = (days: readonly ShreddedDay[]): unknown[][] => [
  days.map(({ organisationId }) => organisationId),
  days.map(({ dueDay }) => dueDay),
  days.map(({ shreddedAt }) => shreddedAt),
];
