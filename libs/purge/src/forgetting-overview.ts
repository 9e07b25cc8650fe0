import { Injectable } from '@nestjs/common';
import { Clock, TIME_ZONE, addDays, localDateOf } from '@tapaamo/common';
import type { Forgetting } from '@tapaamo/contracts';
import { DataSource, IsNull, Not } from 'typeorm';
import { PurgeRun } from './purge-run.entity.js';

const DAYS_BACK = 14;
const DAYS_AHEAD = 31;

interface DueRow {
  next_day: string;
  next_month: string;
  in_all: string;
  late: string;
  left_by_sweep: string;
  oldest: Date | null;
}

/** What is due, done and late in an organisation, as counts. */
@Injectable()
export class ForgettingOverview {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Counts for one organisation; the picture's days are local days of Europe/Helsinki. */
  async read(organisationId: string): Promise<Forgetting> {
    const now = this.clock.now();
    const today = localDateOf(now);
    const [from, to] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
    const lastRun = await this.dataSource.manager.findOne(PurgeRun, {
      where: { finishedAt: Not(IsNull()) },
      order: { startedAt: 'DESC' },
    });
    const [due, done, dueByDay, doneByDay] = await Promise.all([
      this.#due(organisationId, now, lastRun?.startedAt ?? null),
      this.#done(organisationId, now),
      this.#dueByDay(organisationId, from, to),
      this.#doneByDay(organisationId, from, to),
    ]);
    const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, index) =>
      addDays(from, index),
    );
    return {
      dueNext24Hours: Number(due.next_day),
      dueNext31Days: Number(due.next_month),
      dueInAll: Number(due.in_all),
      doneLast24Hours: done.lastDay,
      doneInAll: done.inAll,
      late: Number(due.late),
      oldestLateSeconds:
        due.oldest === null ? null : (now.getTime() - due.oldest.getTime()) / 1_000,
      failed: Number(due.left_by_sweep) + (lastRun?.stepsFailed ?? 0),
      lastSweepAt: lastRun?.finishedAt?.toISOString() ?? null,
      days: days.map((day) => ({
        day,
        due: dueByDay.get(day) ?? 0,
        done: doneByDay.get(day) ?? 0,
      })),
    };
  }

  /** @param sweptAt - Beginning of the last finished sweep: what was due then and is still there, it could not forget. */
  async #due(organisationId: string, now: Date, sweptAt: Date | null): Promise<DueRow> {
    const [row] = await this.dataSource.query<[DueRow]>(
      `SELECT count(*) FILTER (WHERE purge_due_at > $2 AND purge_due_at <= $2::timestamptz + interval '24 hours') AS next_day,
              count(*) FILTER (WHERE purge_due_at > $2 AND purge_due_at <= $2::timestamptz + interval '31 days') AS next_month,
              count(*) FILTER (WHERE purge_due_at > $2) AS in_all,
              count(*) FILTER (WHERE purge_due_at <= $2) AS late,
              count(*) FILTER (WHERE purge_due_at <= $3) AS left_by_sweep,
              min(purge_due_at) FILTER (WHERE purge_due_at <= $2) AS oldest
       FROM visit WHERE organisation_id = $1`,
      [organisationId, now, sweptAt],
    );
    return row;
  }

  async #done(organisationId: string, now: Date): Promise<{ lastDay: number; inAll: number }> {
    const [row] = await this.dataSource.query<[{ last_day: string; in_all: string }]>(
      `SELECT coalesce(sum(erased) FILTER (WHERE erased_hour > $2::timestamptz - interval '24 hours'), 0) AS last_day,
              coalesce(sum(erased), 0) AS in_all
       FROM purge_count WHERE organisation_id = $1`,
      [organisationId, now],
    );
    return { lastDay: Number(row.last_day), inAll: Number(row.in_all) };
  }

  async #dueByDay(organisationId: string, from: string, to: string): Promise<Map<string, number>> {
    return this.#byDay(
      `SELECT (purge_due_at AT TIME ZONE '${TIME_ZONE}')::date::text AS day, count(*) AS number
       FROM visit WHERE organisation_id = $1 AND (purge_due_at AT TIME ZONE '${TIME_ZONE}')::date BETWEEN $2 AND $3
       GROUP BY 1`,
      [organisationId, from, to],
    );
  }

  async #doneByDay(organisationId: string, from: string, to: string): Promise<Map<string, number>> {
    return this.#byDay(
      `SELECT due_day::text AS day, sum(erased) AS number
       FROM purge_count WHERE organisation_id = $1 AND due_day BETWEEN $2 AND $3 GROUP BY 1`,
      [organisationId, from, to],
    );
  }

  async #byDay(sql: string, parameters: string[]): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ day: string; number: string }[]>(sql, parameters);
    return new Map(rows.map((row) => [row.day, Number(row.number)]));
  }
}
