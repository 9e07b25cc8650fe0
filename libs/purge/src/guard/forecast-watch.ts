import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { KeyDays } from '@tapaamo/vault';

/** More than so many times the forecast is no day like others. */
const TIMES = 3;

/**
 * The least forecast. A small organisation has days of nothing, and a few rights requests on one of them are nothing to pause
 * for: up to sixty a day may come unforeseen.
 */
const LEAST = 20;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is in hand, or waits for another attempt, was looked at when it was taken. */
const DUE = `SELECT organisation_id AS "organisationId", count(*)::integer AS due,
    count(*) FILTER (WHERE purge_due_at <= $2)::integer AS accepted
  FROM visit WHERE purge_due_at <= $1 AND held_due_at IS NULL
    AND NOT EXISTS (SELECT FROM purge_item item WHERE item.visit_id = visit.id)
  GROUP BY organisation_id`;

const RESUMED = 'SELECT max(resumed_at) AS "resumedAt" FROM purge_pause';

const EARLIER = `SELECT organisation_id AS "organisationId", sum(due)::integer AS due, sum(foreseen)::integer AS foreseen
  FROM purge_forecast WHERE organisation_id = ANY ($1) AND hour > $2 GROUP BY organisation_id`;

const NOTE = `INSERT INTO purge_forecast (organisation_id, hour, due, foreseen)
  SELECT organisation_id, $1::timestamptz, due, foreseen
  FROM unnest($2::uuid[], $3::integer[], $4::integer[]) AS found (organisation_id, due, foreseen)
  ON CONFLICT (organisation_id, hour) DO UPDATE
    SET due = purge_forecast.due + excluded.due, foreseen = purge_forecast.foreseen + excluded.foreseen`;

/** What is due in an organisation, and how much of it was foreseen. */
export interface FoundDue {
  organisationId: string;
  due: number;
  foreseen: number;
}

/**
 * Compares what is due with what was foreseen, organisation by organisation, over a day. Foreseen is what the key database
 * knew a day ago to be due by now: nothing is due sooner than that in the usual course, a shorter policy waits a day for its
 * night, and a sweep that was away for weeks finds no more than what was foreseen all the time. It is another server than
 * the one whose due instants it is compared with: a statement that makes everything due there reaches no key.
 */
@Injectable()
export class ForecastWatch {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly days: KeyDays,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at what is due. What was due when somebody let forgetting go on is taken as foreseen.
   *
   * @returns What there is, to be noted once it is forgotten; null where an organisation has over three times as much due as
   *   was foreseen.
   * @throws KeysMissingError (`vault.keys-missing`), only when something is due
   */
  async look(): Promise<FoundDue[] | null> {
    const now = this.clock.now();
    const found = await this.#found(now);
    if (found.length === 0) {
      return [];
    }
    const earlier = await this.#earlier(found, now);
    const isTooMuch = found.some(({ organisationId, due, foreseen }) => {
      const before = earlier.get(organisationId) ?? { due: 0, foreseen: 0 };
      return due + before.due > TIMES * Math.max(foreseen + before.foreseen, LEAST);
    });
    return isTooMuch ? null : found;
  }

  /** Notes what a sweep found and has forgotten: with what comes later it makes up the day. */
  async note(found: readonly FoundDue[]): Promise<void> {
    if (found.length === 0) {
      return;
    }
    const hour = new Date(Math.floor(this.clock.nowMs() / HOUR_MS) * HOUR_MS);
    await this.#everywhere((tx) =>
      tx.query(NOTE, [
        hour,
        found.map(({ organisationId }) => organisationId),
        found.map(({ due }) => due),
        found.map(({ foreseen }) => foreseen),
      ]),
    );
  }

  async #found(now: Date): Promise<FoundDue[]> {
    const due = await this.#everywhere(async (tx) => {
      const [row] = await tx.query<{ resumedAt: Date | null }[]>(RESUMED);
      return tx.query<{ organisationId: string; due: number; accepted: number }[]>(DUE, [
        now,
        row?.resumedAt ?? null,
      ]);
    });
    const at = {
      today: localDateOf(now),
      now,
      knownSince: new Date(now.getTime() - DAY_MS),
    };
    const found: FoundDue[] = [];
    for (const { accepted, ...one } of due) {
      const known = await this.days.foreseen(one.organisationId, at);
      found.push({ ...one, foreseen: Math.max(known, accepted) });
    }
    return found;
  }

  /** Since the last time that somebody let forgetting go on, everything begins anew. */
  async #earlier(found: readonly FoundDue[], now: Date): Promise<Map<string, FoundDue>> {
    const ids = found.map(({ organisationId }) => organisationId);
    const rows = await this.#everywhere(async (tx) => {
      const [row] = await tx.query<{ resumedAt: Date | null }[]>(RESUMED);
      const since = Math.max(now.getTime() - DAY_MS, row?.resumedAt?.getTime() ?? 0);
      return tx.query<FoundDue[]>(EARLIER, [ids, new Date(since)]);
    });
    return new Map(rows.map((row) => [row.organisationId, row]));
  }

  #everywhere<T>(work: Parameters<typeof this.scope.everywhere<T>>[1]): Promise<T> {
    return this.scope.everywhere('forgetting what is due', work);
  }
}
