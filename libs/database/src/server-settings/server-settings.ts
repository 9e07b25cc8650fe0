import { Injectable } from '@nestjs/common';
import { Logger } from '@tapaamo/logging';
import { Gauge, register } from 'prom-client';
import { DataSource } from 'typeorm';
import { settingsAtFault, type AskServer, type SettingAtFault } from './settings-at-fault.js';

/** For how long an answer holds, in milliseconds: whoever asks for health asks often. */
const FRESH_MS = 60_000;

const METRIC = 'tapaamo_database_settings_at_fault';

/** Whether the server keeps clear statements and forgotten rows nowhere; `unknown` where it does not let us read that. */
export type SettingsState = 'safe' | 'at-fault' | 'unknown';

/**
 * Watches the settings of the database server. What is wrong is told (health, metrics, log) and stops nobody: identifiers are
 * sealed before they come to the database, so that this is the second line of defence, and a visit is to happen: with 503 a
 * slot that a replica left behind would close every door of the installation at once.
 */
@Injectable()
export class ServerSettings {
  readonly #gauge: Gauge;
  readonly #others = new Map<string, AskServer>();
  #known: Promise<SettingAtFault[] | null> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #told = '';

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
  ) {
    // A process has one; of several in a process of tests the newest answers.
    register.removeSingleMetric(METRIC);
    this.#gauge = new Gauge({
      name: METRIC,
      help: 'What of the database server lets clear statements or forgotten rows stay somewhere.',
      labelNames: ['setting'],
      // Monitoring need not ask for health first.
      collect: async () => {
        await this.atFault();
      },
    });
  }

  /**
   * Watches another server too. What is wrong with it is told as `name:setting`, and as `name` that it does not answer.
   *
   * @param name - E.g. `key-database`.
   */
  alsoWatch(name: string, ask: AskServer): void {
    this.#others.set(name, ask);
    this.#known = undefined;
  }

  /** What is wrong, at most a minute old; null while that cannot be read. */
  async atFault(): Promise<SettingAtFault[] | null> {
    const now = performance.now();
    if (this.#known === undefined || now - this.#askedAt >= FRESH_MS) {
      this.#askedAt = now;
      this.#known = this.#look();
    }
    return this.#known;
  }

  /** The same in a word, for health that anybody may ask; which settings, the metrics say. */
  async state(): Promise<SettingsState> {
    const found = await this.atFault();
    const known = found?.length === 0 ? 'safe' : 'at-fault';
    return found === null ? 'unknown' : known;
  }

  async #look(): Promise<SettingAtFault[] | null> {
    try {
      const others = [...this.#others].map(([name, ask]) => settingsOf(name, ask));
      const own = settingsAtFault((text, values) => this.dataSource.query(text, values));
      const found = (await Promise.all([own, ...others])).flat();
      this.#tell(found);
      return found;
    } catch {
      // A failure is no answer: who asks next asks the server.
      this.#known = undefined;
      return null;
    }
  }

  /** In the log once for each change. */
  #tell(found: SettingAtFault[]): void {
    this.#gauge.reset();
    found.forEach(({ what }) => this.#gauge.set({ setting: what }, 1));
    const names = found.map(({ what }) => what).join();
    if (names !== this.#told) {
      this.#told = names;
      found.forEach(({ what }) => this.logger.warn('database.setting-at-fault', { setting: what }));
    }
  }
}

async function settingsOf(name: string, ask: AskServer): Promise<SettingAtFault[]> {
  try {
    const found = await settingsAtFault(ask);
    return found.map(({ what, wanted }) => ({ what: `${name}:${what}`, wanted }));
  } catch {
    return [{ what: name, wanted: 'an answer' }];
  }
}
