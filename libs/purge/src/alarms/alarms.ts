import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { alarmCodeSchema, type AlarmCode } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Gauge, register } from 'prom-client';
import { In, type EntityManager } from 'typeorm';
import { AlarmCauses } from './alarm-causes.js';
import { AlarmMail } from './alarm-mail.js';
import { Alarm } from './alarm.entity.js';

const MINUTE_MS = 60_000;

/** For how long a cause may stand before it is an alarm, in milliseconds: what a restart or a round mends tells nobody. */
const GRACE_MS: Partial<Record<AlarmCode, number>> = {
  // Of an installation that was stopped for a while the last sweep is old until the first has run.
  'sweep-silent': 2 * MINUTE_MS,
  'key-store-away': 2 * MINUTE_MS,
  'key-database-away': 2 * MINUTE_MS,
  'escrow-late': 10 * MINUTE_MS,
  'clock-off': 2 * MINUTE_MS,
};

/** While it lasts it is told again so often, in milliseconds. */
const TOLD_EVERY_MS = 24 * 60 * MINUTE_MS;

/** How often a process that has no ticks looks, in milliseconds. */
const LOOKS_EVERY_MS = MINUTE_MS;

const METRIC = 'tapaamo_alarm';

const STANDS = `INSERT INTO alarm (code, since) SELECT code, $2::timestamptz FROM unnest($1::text[]) AS standing (code)
  ON CONFLICT DO NOTHING`;

/** One process of those that look takes it on itself to tell. A clock that was set back is no reason to wait. */
const TAKE_TELLING = `UPDATE alarm SET told_at = $2 WHERE code = $1
  AND (told_at IS NULL OR told_at <= $2::timestamptz - $3::float8 * interval '1 millisecond' OR told_at > $2) RETURNING code`;

/** What is the matter, kept in the main database so that every process shows the same and one of them tells it. */
@Injectable()
export class Alarms implements OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly causes: AlarmCauses,
    private readonly mail: AlarmMail,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    // A process has one; of several in a process of tests the newest answers.
    register.removeSingleMetric(METRIC);
    const standing = () => this.standing();
    new Gauge({
      name: METRIC,
      help: 'Whether an alarm about forgetting stands, by code.',
      labelNames: ['code'],
      async collect() {
        const alarms = await standing().catch(() => []);
        for (const code of alarmCodeSchema.options) {
          this.set({ code }, alarms.some((alarm) => alarm.code === code) ? 1 : 0);
        }
      },
    });
  }

  /** Looks every minute, in a process without ticks of its own. */
  start(): void {
    this.#timer = setInterval(() => {
      this.look().catch((error: unknown) => this.logger.warn('alarm.not-looked', {}, error));
    }, LOOKS_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer ?? undefined);
  }

  /** The alarms that stand, the longest first. */
  async standing(): Promise<Pick<Alarm, 'code' | 'since'>[]> {
    const now = this.clock.nowMs();
    const all = await this.#everywhere((tx) => tx.find(Alarm, { order: { since: 'ASC' } }));
    return all.filter(({ code, since }) => now - since.getTime() >= (GRACE_MS[code] ?? 0));
  }

  /** Looks what is the matter, keeps it, and tells whom it concerns: once, and again each day while it lasts. */
  async look(): Promise<void> {
    const { standing, gone } = await this.causes.look();
    const ended = await this.#everywhere(async (tx) => {
      await tx.query(STANDS, [[...standing], this.clock.now()]);
      const over = await tx.findBy(Alarm, { code: In([...gone]) });
      await tx.delete(Alarm, { code: In(over.map(({ code }) => code)) });
      return over;
    });
    for (const { code } of ended) {
      this.logger.info('alarm.over', { code });
    }
    for (const alarm of await this.standing()) {
      if (standing.has(alarm.code)) {
        await this.#tell(alarm);
      }
    }
  }

  async #tell(alarm: Pick<Alarm, 'code' | 'since'>): Promise<void> {
    const { code } = alarm;
    const [taken] = await this.#everywhere((tx) =>
      tx.query<[unknown[], number]>(TAKE_TELLING, [code, this.clock.now(), TOLD_EVERY_MS]),
    );
    if (taken.length === 0) {
      return;
    }
    this.logger.error('alarm.stands', { code });
    if (!(await this.mail.send(alarm))) {
      // Whoever looks next tries again.
      await this.#everywhere((tx) => tx.update(Alarm, { code }, { toldAt: null }));
    }
  }

  #everywhere<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.scope.everywhere('forgetting what is due', work);
  }
}
