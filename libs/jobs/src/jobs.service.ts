import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { DatabaseNotifications, isDatabaseUnavailable, ServingGate } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import type { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { connectQueue } from './connect-queue.js';
import type { JobName } from './job-names.js';

/** Every job comes by itself too, so often, in seconds. */
const EVERY_SECONDS = 15;

/** Channel on which a job is asked for by its name. */
const ASKED = 'job_asked';

/**
 * Ticks on PostgreSQL (pg-boss, schema `jobs`). A tick can be asked for inside a transaction and then comes when the
 * transaction commits. Several runners share the ticks; the work itself must stand being done twice.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  #boss: Promise<PgBoss> | null = null;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly notifications: DatabaseNotifications,
    private readonly gate: ServingGate,
    private readonly logger: Logger,
  ) {}

  /**
   * Asks for a tick that comes when the transaction commits. The runners hear of it and make it: a row written here would
   * be the one waiting tick of its queue, and everybody else's transactions would wait for this one to end.
   */
  async enqueue(tx: EntityManager, name: JobName): Promise<void> {
    await this.notifications.notify(tx, ASKED, name);
  }

  /** Does the work of a job whenever its tick comes, one at a time, and makes the ticks: asked for, and by themselves. */
  async work(name: JobName, handler: () => Promise<void>): Promise<void> {
    const boss = await this.#start();
    await boss.work(name, { pollingIntervalSeconds: 0.5 }, async () => {
      // Before a restore is reconciled nothing is sent and nothing is swept.
      if (this.gate.closed === 'restored') {
        return;
      }
      try {
        await handler();
      } catch (error) {
        this.#tellFailure(name, error);
      }
    });
    const tick = (): void => {
      boss
        .send(name, null)
        .catch((error: unknown) => this.logger.warn('job.tick-lost', { job: name }, error));
    };
    tick();
    this.#timers.push(setInterval(tick, EVERY_SECONDS * 1_000));
    this.notifications.listen(ASKED, (asked) => {
      if (asked === name || asked === null) {
        tick();
      }
    });
  }

  /** The work is done at the next tick. Where the database was away, that is what there is to mend, not the job. */
  #tellFailure(job: JobName, error: unknown): void {
    const isAway = isDatabaseUnavailable(error);
    this.logger.error(isAway ? 'job.database-away' : 'job.failed', { job }, error);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#timers.forEach(clearInterval);
    const boss = await this.#boss?.catch(() => null);
    await boss?.stop({ graceful: true, timeout: 3_000 });
  }

  #start(): Promise<PgBoss> {
    const upkeep = { migrate: false, supervise: true };
    this.#boss ??= connectQueue(this.config.DATABASE_URL, upkeep, this.logger).catch(
      (error: unknown) => {
        this.#boss = null;
        throw error;
      },
    );
    return this.#boss;
  }
}
