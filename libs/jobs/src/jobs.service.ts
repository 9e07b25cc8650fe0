import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';

/**
 * Every job of the product. A job is a tick without data: what there is to do stands in the tables. Ticks of one name
 * wait for each other, so what must not hold up another has a name of its own.
 */
export const JOB_NAMES = [
  'outbox.deliver-sms',
  'outbox.deliver-email',
  'staff.deliver-invitations',
  'visit.close-overdue',
  'purge.sweep',
  'audit.verify',
] as const;

export type JobName = (typeof JOB_NAMES)[number];

/** Every job comes by itself too, so often, in seconds. */
const EVERY_SECONDS = 15;

/**
 * Ticks on PostgreSQL (pg-boss, schema `jobs`). A tick can be asked for inside a transaction and then exists exactly when
 * the transaction commits. Several runners share the ticks; the work itself must stand being done twice.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  #boss: Promise<PgBoss> | null = null;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Makes the tables and queues, as the owner; called when the installation is prepared, before any process asks. */
  async prepare(): Promise<void> {
    const boss = await (this.#boss = this.#connect({
      url: this.config.DATABASE_OWNER_URL,
      migrate: true,
      supervise: false,
    }));
    for (const name of JOB_NAMES) {
      await boss.createQueue(name, { policy: 'short', retryLimit: 0, deleteAfterSeconds: 60 });
    }
  }

  /** Asks for a tick that comes to be when the transaction commits. */
  async enqueue(tx: EntityManager, name: JobName): Promise<void> {
    const boss = await this.#start(false);
    await boss.send(name, null, {
      db: {
        executeSql: async (text: string, values?: unknown[]) => {
          const result: unknown = await tx.query(text, values);
          return {
            rows:
              Array.isArray(result) && Array.isArray(result[0])
                ? (result[0] as unknown[])
                : (result as unknown[]),
          };
        },
      },
    });
  }

  /** Does the work of a job whenever its tick comes, one at a time, and sends the ticks that come by themselves. */
  async work(name: JobName, handler: () => Promise<void>): Promise<void> {
    const boss = await this.#start(true);
    await boss.work(name, { pollingIntervalSeconds: 0.5 }, async () => {
      try {
        await handler();
      } catch (error) {
        this.logger.error('job.failed', { event: name }, error);
      }
    });
    const tick = (): void => {
      boss
        .send(name, null)
        .catch((error: unknown) => this.logger.warn('job.tick-lost', { event: name }, error));
    };
    tick();
    this.#timers.push(setInterval(tick, EVERY_SECONDS * 1_000));
  }

  async onApplicationShutdown(): Promise<void> {
    this.#timers.forEach(clearInterval);
    const boss = await this.#boss?.catch(() => null);
    await boss?.stop({ graceful: true, timeout: 3_000 });
  }

  /** @param supervise - Whether this process keeps the queues tidy. */
  #start(supervise: boolean): Promise<PgBoss> {
    const url = this.config.DATABASE_URL;
    this.#boss ??= this.#connect({ url, migrate: false, supervise }).catch((error: unknown) => {
      this.#boss = null;
      throw error;
    });
    return this.#boss;
  }

  async #connect({
    url,
    ...upkeep
  }: {
    url: string;
    migrate: boolean;
    supervise: boolean;
  }): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: url,
      schema: 'jobs',
      max: 3,
      application_name: 'tapaamo-jobs',
      ...upkeep,
      schedule: false,
    });
    boss.on('error', (error: unknown) => this.logger.warn('jobs.database-failed', {}, error));
    await boss.start();
    return boss;
  }
}
