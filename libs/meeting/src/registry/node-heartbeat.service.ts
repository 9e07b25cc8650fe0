import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { withDeadline } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { WorkerPool } from '@tapaamo/media';
import { MediaNodes } from '@tapaamo/visit';
import { Meetings } from './meetings.service.js';
import { NodeIdentity } from './node-identity.service.js';

/** How often the node says that it lives, in milliseconds, from one beginning to the next. */
const INTERVAL_MS = 500;

/** Longest time of one announcement, in milliseconds: less than makes a node doubted, also when the database is slow. */
const DEADLINE_MS = 1_000;

/** Longest time of taking the node off the list, in milliseconds. */
const WITHDRAWAL_MS = 2_000;

/** A node that could not announce itself for longer is not ready, in milliseconds: the API sends nobody to it. */
const STALE_AFTER_MS = 6_000;

/** Tells the API through the database that this node lives and how much it carries. */
@Injectable()
export class NodeHeartbeat implements OnApplicationBootstrap, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #announcing: Promise<void> = Promise.resolve();
  #lastAnnouncedAt = Number.NEGATIVE_INFINITY;
  #isFailing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly node: NodeIdentity,
    private readonly nodes: MediaNodes,
    private readonly meetings: Meetings,
    private readonly pool: WorkerPool,
    private readonly logger: Logger,
  ) {}

  /** Whether the database has heard of this node lately. */
  get isHeard(): boolean {
    return !this.#stopped && performance.now() - this.#lastAnnouncedAt < STALE_AFTER_MS;
  }

  onApplicationBootstrap(): void {
    this.#beat();
  }

  async onModuleDestroy(): Promise<void> {
    await this.withdraw();
  }

  /** Takes the node off the list, so that nobody is sent to it any more. May be called again. */
  async withdraw(): Promise<void> {
    if (this.#stopped) {
      return;
    }
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#announcing;
    try {
      await withDeadline(this.nodes.withdraw(this.node.id), WITHDRAWAL_MS);
    } catch (error) {
      // The API notices the missing heartbeat by itself.
      this.logger.warn('meeting.node-not-withdrawn', { nodeId: this.node.id }, error);
    }
  }

  #beat(): void {
    const begunAt = performance.now();
    this.#announcing = this.#announce().finally(() => {
      if (!this.#stopped) {
        const restMs = INTERVAL_MS - (performance.now() - begunAt);
        this.#timer = setTimeout(() => this.#beat(), Math.max(0, restMs));
      }
    });
  }

  async #announce(): Promise<void> {
    const { load, takesVisits, state } = this.pool;
    const visits = this.meetings.counts.meetings;
    try {
      await withDeadline(
        this.nodes.announce({
          nodeId: this.node.id,
          url: this.config.MEETING_PUBLIC_URL,
          load,
          visits,
          takesVisits,
          workers: state.wanted,
        }),
        DEADLINE_MS,
      );
      this.#lastAnnouncedAt = performance.now();
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        this.logger.warn('meeting.node-not-announced', { nodeId: this.node.id }, error);
      }
      this.#isFailing = true;
    }
  }
}
