import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ServingGate } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Reconcile } from '@tapaamo/purge';
import { InstallationMarks } from '@tapaamo/vault';

/** How often it is tried again what a restore needs, in milliseconds. */
const EVERY_MS = 10_000;

/** Notices a restore, and reconciles what is safe without anybody. */
@Injectable()
export class RestoreWatch implements OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #working = false;

  constructor(
    private readonly gate: ServingGate,
    private readonly marks: InstallationMarks,
    private readonly reconcile: Reconcile,
    private readonly logger: Logger,
  ) {}

  /** Looks before anything else is done, and from now on. */
  async start(): Promise<void> {
    await this.gate.watch(() => this.marks.look());
    await this.#reconcile();
    this.#timer = setInterval(() => void this.#reconcile(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #reconcile(): Promise<void> {
    if (this.gate.closed !== 'restored' || this.#working) {
      return;
    }
    this.#working = true;
    try {
      await this.reconcile.run();
      await this.gate.look();
    } catch (error) {
      this.logger.error('restore.not-reconciled', {}, error);
    } finally {
      this.#working = false;
    }
  }
}
