import { Injectable } from '@nestjs/common';
import { Logger } from '@tapaamo/logging';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { settingsAtFault, type SettingAtFault } from './settings-at-fault.js';

/** For how long an answer holds, in milliseconds: whoever asks for health asks often. */
const FRESH_MS = 60_000;

const atFault = new Gauge({
  name: 'tapaamo_database_settings_at_fault',
  help: 'What of the database server lets clear statements or forgotten rows stay somewhere.',
  labelNames: ['setting'],
});

/**
 * Watches the settings of the database server. What is wrong is told (health, metrics, log) and stops nobody: identifiers are
 * sealed before they come to the database, so that this is the second line of defence, and a visit is to happen.
 */
@Injectable()
export class ServerSettings {
  #known: Promise<SettingAtFault[]> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #told = '';

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
  ) {}

  /** What is wrong, at most a minute old. Rejects when the database does not answer. */
  async atFault(): Promise<SettingAtFault[]> {
    const now = performance.now();
    if (this.#known === undefined || now - this.#askedAt >= FRESH_MS) {
      this.#askedAt = now;
      this.#known = settingsAtFault(this.dataSource);
    }
    const asked = this.#known;
    try {
      const found = await asked;
      this.#tell(found);
      return found;
    } catch (error) {
      // A failure is no answer: who asks next asks the server.
      if (this.#known === asked) {
        this.#known = undefined;
      }
      throw error;
    }
  }

  /** Once for each change. */
  #tell(found: SettingAtFault[]): void {
    atFault.reset();
    found.forEach(({ what }) => atFault.set({ setting: what }, 1));
    const names = found.map(({ what }) => what).join();
    if (names !== this.#told) {
      this.#told = names;
      found.forEach(({ what }) => this.logger.warn('database.setting-at-fault', { setting: what }));
    }
  }
}
