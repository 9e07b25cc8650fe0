import { TIME_ZONE } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';

interface DueRow {
  next_day: string;
  next_month: string;
  in_all: string;
  late: string;
  left_by_sweep: string;
  blocked: string;
  held: string;
  oldest: Date | null;
}

/** Counts of an organisation's visits by what became of them. */
export class OrganisationCounts {
  constructor(
    private readonly tx: EntityManager,
    private readonly organisationId: string,
  ) {}

  /**
   * @param sweptAt - Beginning of the last finished sweep: what was due then and is still there, it could not forget, or it
   *   left that to the next one. What is `blocked` it could not.
   */
  async due(now: Date, sweptAt: Date | null): Promise<DueRow> {
    const [row] = await this.tx.query<[DueRow]>(
      `SELECT count(*) FILTER (WHERE purge_due_at > $2 AND purge_due_at <= $2::timestamptz + interval '24 hours') AS next_day,
              count(*) FILTER (WHERE purge_due_at > $2 AND purge_due_at <= $2::timestamptz + interval '31 days') AS next_month,
              count(*) FILTER (WHERE purge_due_at > $2) AS in_all,
              count(*) FILTER (WHERE purge_due_at <= $2 AND held_due_at IS NULL) AS late,
              count(*) FILTER (WHERE purge_due_at <= $3 AND held_due_at IS NULL) AS left_by_sweep,
              count(*) FILTER (WHERE held_due_at IS NOT NULL) AS held,
              (SELECT count(*) FROM purge_item WHERE organisation_id = $1 AND batch_id IS NULL) AS blocked,
              min(purge_due_at) FILTER (WHERE purge_due_at <= $2 AND held_due_at IS NULL) AS oldest
       FROM visit WHERE organisation_id = $1`,
      [this.organisationId, now, sweptAt],
    );
    return row;
  }

  async done(now: Date): Promise<{ lastDay: number; inAll: number }> {
    const [row] = await this.tx.query<[{ last_day: string; in_all: string }]>(
      `SELECT coalesce(sum(erased) FILTER (WHERE erased_hour > $2::timestamptz - interval '24 hours'), 0) AS last_day,
              coalesce(sum(erased), 0) AS in_all
       FROM purge_count WHERE organisation_id = $1`,
      [this.organisationId, now],
    );
    return { lastDay: Number(row.last_day), inAll: Number(row.in_all) };
  }

  async dueByDay(from: string, to: string): Promise<Map<string, number>> {
    return this.#byDay(
      `SELECT (purge_due_at AT TIME ZONE '${TIME_ZONE}')::date::text AS day, count(*) AS number
       FROM visit WHERE organisation_id = $1 AND held_due_at IS NULL AND (purge_due_at AT TIME ZONE '${TIME_ZONE}')::date BETWEEN $2 AND $3
       GROUP BY 1`,
      [this.organisationId, from, to],
    );
  }

  async doneByDay(from: string, to: string): Promise<Map<string, number>> {
    return this.#byDay(
      `SELECT due_day::text AS day, sum(erased) AS number
       FROM purge_count WHERE organisation_id = $1 AND due_day BETWEEN $2 AND $3 GROUP BY 1`,
      [this.organisationId, from, to],
    );
  }

  async #byDay(sql: string, parameters: string[]): Promise<Map<string, number>> {
    const rows = await this.tx.query<{ day: string; number: string }[]>(sql, parameters);
    return new Map(rows.map((row) => [row.day, Number(row.number)]));
  }
}
