import { Inject, Injectable } from '@nestjs/common';
import { Clock, addDays, localDateOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { Forgetting } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { KeyStore, unrevivable } from '@tapaamo/vault';
import { IsNull, Not } from 'typeorm';
import { Alarms } from './alarms/alarms.js';
import { readDayEnds } from './day-end/read-day-ends.js';
import { PurgePauses } from './guard/purge-pauses.js';
import { OrganisationCounts } from './organisation-counts.js';
import { PurgeRun } from './purge-run.entity.js';

const DAYS_BACK = 14;
const DAYS_AHEAD = 31;

/** As far back the ends of days are shown: until nobody could bring one back, and some more. */
const ENDS_BACK = 45;

/** What is due, done and late in an organisation, as counts. */
@Injectable()
export class ForgettingOverview {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly keyStore: KeyStore,
    private readonly alarms: Alarms,
    private readonly pauses: PurgePauses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts for one organisation; the picture's days are local days of Europe/Helsinki. */
  async read(organisationId: string): Promise<Forgetting> {
    const now = this.clock.now();
    const today = localDateOf(now);
    const [from, to] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
    const { lastRun, due, done, dueByDay, doneByDay, dayEnds } = await this.scope.of(
      organisationId,
      async (tx) => {
        const run = await tx.findOne(PurgeRun, {
          where: { finishedAt: Not(IsNull()) },
          order: { startedAt: 'DESC' },
        });
        const counts = new OrganisationCounts(tx, organisationId);
        return {
          lastRun: run,
          due: await counts.due(now, run?.startedAt ?? null),
          done: await counts.done(now),
          dueByDay: await counts.dueByDay(from, to),
          doneByDay: await counts.doneByDay(from, to),
          dayEnds: await readDayEnds(tx, organisationId, [addDays(today, -ENDS_BACK), today]),
        };
      },
      'counting what is late',
    );
    const alarms = await this.alarms.standing();
    const pause = await this.pauses.standing();
    // Where a sweep had done as much as it may, what is left is the next one's, besides what it tried in vain.
    const leftBySweep = Number(due.left_by_sweep);
    const remaining =
      lastRun?.capReached === true ? Math.max(leftBySweep - Number(due.blocked), 0) : 0;
    const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, index) =>
      addDays(from, index),
    );
    return {
      dueNext24Hours: Number(due.next_day),
      dueNext31Days: Number(due.next_month),
      dueInAll: Number(due.in_all),
      held: Number(due.held),
      doneLast24Hours: done.lastDay,
      doneInAll: done.inAll,
      late: Number(due.late),
      oldestLateSeconds:
        due.oldest === null ? null : (now.getTime() - due.oldest.getTime()) / 1_000,
      failed: leftBySweep - remaining + (lastRun?.stepsFailed ?? 0),
      remaining,
      lastSweepAt: lastRun?.finishedAt?.toISOString() ?? null,
      keyStore: this.keyStore.about,
      unrevivable: unrevivable(this.keyStore.about, this.config),
      alarms: alarms.map(({ code, since }) => ({ code, since: since.toISOString() })),
      paused: pause && { since: pause.pausedAt.toISOString(), reason: pause.reason },
      dayEnds,
      days: days.map((day) => ({
        day,
        due: dueByDay.get(day) ?? 0,
        done: doneByDay.get(day) ?? 0,
      })),
    };
  }
}
