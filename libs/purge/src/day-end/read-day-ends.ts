import type { DayEnd } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';

interface Row {
  day: string;
  erased: number;
  erasedBy: Date | null;
  shreddedAt: Date | null;
  rekeyedAt: Date | null;
  unrevivableAt: Date | null;
}

/** The hour of erasing is enough, and no instant that could point at a visit is kept. */
const READ = `WITH counted AS (
    SELECT due_day, sum(erased)::integer AS erased, max(erased_hour) + interval '1 hour' AS erased_by
    FROM purge_count WHERE organisation_id = $1 AND due_day >= $2 AND due_day < $3 GROUP BY due_day
  ), shredded AS (
    SELECT due_day, shredded_at, rekeyed_at, unrevivable_at
    FROM purge_day WHERE organisation_id = $1 AND due_day >= $2 AND due_day < $3
  )
  SELECT due_day::text AS day, coalesce(erased, 0) AS erased, erased_by AS "erasedBy",
    shredded_at AS "shreddedAt", rekeyed_at AS "rekeyedAt", unrevivable_at AS "unrevivableAt"
  FROM counted FULL JOIN shredded USING (due_day) ORDER BY due_day DESC`;

/** What became of an organisation's days from one to before another (`YYYY-MM-DD`), the latest first. */
export async function readDayEnds(
  tx: EntityManager,
  organisationId: string,
  [from, before]: readonly [string, string],
): Promise<DayEnd[]> {
  const rows = await tx.query<Row[]>(READ, [organisationId, from, before]);
  return rows.map((row) => ({
    day: row.day,
    erased: row.erased,
    erasedBy: textOf(row.erasedBy),
    shreddedAt: textOf(row.shreddedAt),
    rekeyedAt: textOf(row.rekeyedAt),
    unrevivableAt: textOf(row.unrevivableAt),
  }));
}

const textOf = (instant: Date | null): string | null => instant?.toISOString() ?? null;
