import type { DayKeyName } from '../key-store/day-key.js';
import type { KeyDatabase } from './key-database.js';

/** A local day (Europe/Helsinki) of an organisation. */
export type OrganisationDay = Omit<DayKeyName, 'generation'>;

/** A past day all of whose day keys are destroyed. */
export interface ShreddedDay extends OrganisationDay {
  /** When the last of them was. */
  shreddedAt: Date;
}

/** Days that are told of at once; more are told of with the next sweep. */
const AT_ONCE = 1_000;

const SHREDDED = `SELECT organisation_id AS "organisationId", due_day::text AS "dueDay", max(destroyed_at) AS "shreddedAt"
  FROM key_day WHERE (organisation_id, due_day) IN (
    SELECT organisation_id, due_day FROM key_day WHERE state = 'destroyed' AND NOT told AND due_day < $1)
  GROUP BY organisation_id, due_day HAVING bool_and(state = 'destroyed')
  ORDER BY due_day, organisation_id LIMIT ${String(AT_ONCE)}`;

/** By when it was destroyed: a day that was given another generation meanwhile is told of again. */
const TOLD = `UPDATE key_day SET told = true
  FROM unnest($1::uuid[], $2::date[], $3::timestamptz[]) AS day (organisation_id, due_day, shredded_at)
  WHERE key_day.organisation_id = day.organisation_id AND key_day.due_day = day.due_day
    AND key_day.destroyed_at <= day.shredded_at`;

const UNSHREDDED = `SELECT EXISTS (SELECT FROM visit_key
    WHERE visit_key.organisation_id = key_day.organisation_id AND visit_key.due_day = key_day.due_day
      AND visit_key.generation = key_day.generation) AS "holdsVisits"
  FROM key_day WHERE state <> 'destroyed' AND due_day < $1`;

/** The day alone comes by the index. */
const FORESEEN = `SELECT count(*)::integer AS count FROM visit_key
  WHERE organisation_id = $1 AND due_day <= $2 AND due_at <= $3 AND changed_at <= $4`;

/** What the key database knows of days: which are over for good, which are not, and what was known to become due. */
export class KeyDays {
  constructor(private readonly database: KeyDatabase) {}

  /** Past days without any day key that nobody was told of yet. @param today - `YYYY-MM-DD`. @throws KeysMissingError */
  shredded(today: string): Promise<ShreddedDay[]> {
    return this.database.query<ShreddedDay>(SHREDDED, [today]);
  }

  /** Notes that these were told of. @throws KeysMissingError */
  async noteTold(days: readonly ShreddedDay[]): Promise<void> {
    await this.database.query(TOLD, [
      days.map(({ organisationId }) => organisationId),
      days.map(({ dueDay }) => dueDay),
      days.map(({ shreddedAt }) => shreddedAt),
    ]);
  }

  /** Days before `day` whose day keys live on, each with whether keys of visits are under them. @throws KeysMissingError */
  unshredded(day: string): Promise<{ holdsVisits: boolean }[]> {
    return this.database.query<{ holdsVisits: boolean }>(UNSHREDDED, [day]);
  }

  /**
   * How many visits of an organisation are due by their keys, and were so by what was known some time ago.
   *
   * @param at.today - Local day of `now`.
   * @throws KeysMissingError
   */
  async foreseen(
    organisationId: string,
    { today, now, knownSince }: { today: string; now: Date; knownSince: Date },
  ): Promise<number> {
    const values = [organisationId, today, now, knownSince];
    const [row] = await this.database.query<{ count: number }>(FORESEEN, values);
    return row?.count ?? 0;
  }

  /** The clock of the key database's server. @throws KeysMissingError */
  async now(): Promise<Date> {
    const [row] = await this.database.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return row?.now ?? new Date(Number.NaN);
  }
}
