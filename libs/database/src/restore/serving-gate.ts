import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { asError, DatabaseUnavailableError, RestoredError } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import { DatabaseNotifications } from '../database-notifications.js';

/** How often it is looked whether what we serve is still what it was, in milliseconds. */
const EVERY_MS = 2_000;

/** Why nobody is served: something was restored and not reconciled, or that cannot be told now. */
export type Closed = 'restored' | 'unknown';

/** Whether this is the installation as it was: `null` means yes. @throws what keeps from telling */
export type Look = () => Promise<Closed | null>;

/**
 * Lets nobody see anything while a database or the key store may be an older copy. Open until somebody looks: a command that
 * runs once looks for itself.
 */
@Injectable()
export class ServingGate implements OnApplicationShutdown {
  #closed: Closed | null = null;
  #look: Look | null = null;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly notifications: DatabaseNotifications,
    private readonly logger: Logger,
  ) {}

  get closed(): Closed | null {
    return this.#closed;
  }

  /** Looks now, and from now on: often, and when the connection to the database was lost. Closed until it has looked. */
  async watch(look: Look): Promise<void> {
    this.#look = look;
    this.#closed = 'unknown';
    await this.look();
    const again = (): void => void this.look();
    this.notifications.listen('restore_watch', again);
    this.#timer = setInterval(again, EVERY_MS);
  }

  /** Looks once, together with whoever is looking. It never fails: what cannot be told closes. */
  async look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** @throws RestoredError (`service.restored`), DatabaseUnavailableError (`service.database-unavailable`) */
  assertOpen(): void {
    if (this.#closed !== null) {
      throw this.#closed === 'restored' ? new RestoredError() : new DatabaseUnavailableError();
    }
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #lookOnce(): Promise<void> {
    const before = this.#closed;
    try {
      this.#closed = (await this.#look?.()) ?? null;
    } catch (error) {
      this.#closed = before === null && isBusy(error) ? null : (before ?? 'unknown');
      if (before === null) {
        this.logger.warn('restore.not-looked', {}, error);
      }
    }
    if (this.#closed === 'restored' && before !== 'restored') {
      this.logger.error('restore.noticed');
    }
    if (this.#closed === null && before === 'restored') {
      this.logger.warn('restore.reconciled');
    }
  }
}

/** Nobody had time for an answer, as under load: what was put in our server's place would have ended our connections. */
const isBusy = (error: unknown): boolean => /timeout/i.test(asError(error).message);
