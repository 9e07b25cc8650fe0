import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { Gauge, register } from 'prom-client';
import { AFTER_ALL_DAYS, type DayKeyName } from '../key-store/day-key.js';
import { KeyStore } from '../key-store/key-store.js';
import { KeyDamagedError, KeysMissingError } from '../vault.errors.js';
import { sealEscrow, type EscrowContent } from './escrow-content.js';
import { EscrowFolder } from './escrow-folder.js';
import { readRecipients } from './recipients.js';

const DAY_MS = 86_400_000;

/** Day keys come in bursts, a morning’s bookings: what follows a file waits so long for more, in milliseconds. */
const SETTLED_AFTER_MS = 5 * 60_000;

const METRIC = 'tapaamo_key_escrow_age_seconds';

/** What one round did. */
export interface EscrowRound {
  written: number;
  removed: number;
}

/**
 * A rolling, sealed copy of the living day keys, so that a lost key store is not the loss of every coming visit. A file has
 * the keys of one organisation and is sealed for two people at least, none of whom this machine knows the private key of.
 * After KEY_ESCROW_DAYS a file is written over and taken away: until then a destroyed day key could be had back.
 */
@Injectable()
export class KeyEscrow implements OnModuleInit {
  readonly #folder: EscrowFolder;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keyStore: KeyStore,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {
    this.#folder = new EscrowFolder(config.KEY_ESCROW_DIR, randomness);
    // A process has one; of several in a process of tests the newest answers.
    register.removeSingleMetric(METRIC);
    const ageSeconds = (): Promise<number | null> => this.ageSeconds();
    new Gauge({
      name: METRIC,
      help: 'Age of the newest escrow file of the organisation whose is oldest: a day at most. -1: no escrow.',
      async collect() {
        // While the store is away its own alarm is told, and this one with it.
        const age = await ageSeconds().catch(() => Number.POSITIVE_INFINITY);
        this.set(age ?? -1);
      },
    });
  }

  /** Age of the newest file of the organisation whose is oldest, in seconds; null when there is no escrow. */
  async ageSeconds(): Promise<number | null> {
    if (this.config.KEY_ESCROW_DIR === '') {
      return null;
    }
    const ages = [0];
    for (const organisationId of await this.keyStore.organisations()) {
      const newest = await this.#folder.newest(organisationId);
      const writtenAt = newest?.writtenAt.getTime() ?? Number.NEGATIVE_INFINITY;
      ages.push((this.clock.nowMs() - writtenAt) / 1_000);
    }
    return Math.max(...ages);
  }

  /** @throws ConfigInvalidError when there are no recipients to seal for */
  async onModuleInit(): Promise<void> {
    if (this.config.KEY_ESCROW_DIR !== '') {
      await readRecipients(this.config.KEY_ESCROW_RECIPIENTS_FILE);
    } else if (this.config.NODE_ENV === 'production' && this.config.KEY_STORE !== 'transit') {
      this.logger.warn('keys.no-escrow');
    }
  }

  /**
   * Writes what is not yet in escrow, and takes away what has been there long enough. Keys that are new, or destroyed, are
   * in a file within minutes; without any there is a file a day. What fails for one organisation stops no other, and keeps
   * no old file.
   */
  async keep(): Promise<EscrowRound> {
    const round = { written: 0, removed: 0 };
    if (this.config.KEY_ESCROW_DIR === '') {
      return round;
    }
    const now = this.clock.now();
    const oldest = new Date(now.getTime() - this.config.KEY_ESCROW_DAYS * DAY_MS);
    for (const organisationId of await this.#folder.organisations()) {
      round.removed += await this.#folder.removeBefore(organisationId, oldest, now);
    }
    const recipients = await readRecipients(this.config.KEY_ESCROW_RECIPIENTS_FILE);
    for (const organisationId of await this.keyStore.organisations()) {
      try {
        round.written += (await this.#keepOne(organisationId, recipients)) ? 1 : 0;
      } catch (error) {
        this.logger.error('keys.escrow-failed', { organisationId }, error);
      }
    }
    return round;
  }

  /** Takes away every file of an organisation, whatever its age: there is nothing of it to bring back any more. */
  async removeAll(organisationId: string): Promise<void> {
    if (this.config.KEY_ESCROW_DIR !== '') {
      const now = this.clock.now();
      await this.#folder.removeBefore(organisationId, new Date(now.getTime() + DAY_MS), now);
    }
  }

  /** @returns Whether there was anything to write. */
  async #keepOne(organisationId: string, recipients: readonly string[]): Promise<boolean> {
    const store = await this.keyStore.identity();
    if (store === null) {
      throw new KeysMissingError();
    }
    const living = sorted(await this.keyStore.listBefore(organisationId, AFTER_ALL_DAYS));
    const destroyed = sorted(await this.keyStore.destroyed(organisationId));
    const now = this.clock.now();
    const digest = digestOf([store, recipients, living, destroyed]);
    const newest = await this.#folder.newest(organisationId);
    if (newest !== null) {
      const age = now.getTime() - newest.writtenAt.getTime();
      if (age < (newest.digest === digest ? DAY_MS : SETTLED_AFTER_MS)) {
        return false;
      }
    }
    const keys = await this.#keysOf(living);
    const content = { form: 'tapaamo-escrow-1', store, organisationId, keys, destroyed } as const;
    await this.#folder.write(organisationId, now, digest, await sealEscrow(recipients, content));
    return true;
  }

  /** One that is damaged keeps no other out. */
  async #keysOf(living: readonly DayKeyName[]): Promise<EscrowContent['keys']> {
    const keys: EscrowContent['keys'] = [];
    for (const name of living) {
      const key = await this.keyStore.get(name).catch((error: unknown) => {
        if (error instanceof KeyDamagedError) {
          return null;
        }
        throw error;
      });
      if (key !== null) {
        const { dueDay, generation } = name;
        keys.push({ dueDay, generation, key: key.toString('base64') });
      }
    }
    return keys;
  }
}

function sorted(names: readonly DayKeyName[]): DayKeyName[] {
  return [...names].sort((a, b) => a.dueDay.localeCompare(b.dueDay) || a.generation - b.generation);
}

function digestOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);
}
