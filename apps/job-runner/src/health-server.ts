import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isOperator } from '@tapaamo/access';
import { CONFIG, type Config } from '@tapaamo/config';
import { ServerSettings, ServingGate } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { KeyStoreHealth, type KeyStoreState } from '@tapaamo/vault';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';

const KEYS_AWAY = 'the key store is not there, or is not this installation’s';

const RESTORED = 'something was restored and is not reconciled (operator: restore check)';

/** Health and metrics of the job runner, for the installation's own network. */
@Injectable()
export class HealthServer implements OnApplicationShutdown {
  #server: Server | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly settings: ServerSettings,
    private readonly keys: KeyStoreHealth,
    private readonly gate: ServingGate,
    private readonly logger: Logger,
  ) {}

  /** Answers `/health/live`, `/health/ready` and `/metrics`. @returns The port, the system's choice for 0. */
  async listen(): Promise<number> {
    const server = createServer((request, response) => {
      void this.#answer(isOperator(request) ? (request.url ?? '') : '').then(({ status, body }) => {
        response.writeHead(status, {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
        });
        response.end(body);
      });
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.config.JOB_RUNNER_PORT, this.config.HOST, resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  onApplicationShutdown(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #answer(path: string): Promise<{ status: number; body: string }> {
    switch (path) {
      case '/health/live':
        return { status: 200, body: 'live' };
      case '/health/ready':
        return this.#ready();
      case '/metrics':
        return { status: 200, body: await register.metrics() };
      default:
        return { status: 404, body: 'not found' };
    }
  }

  async #ready(): Promise<{ status: number; body: string }> {
    try {
      await this.dataSource.query('SELECT 1');
      if (this.gate.closed === 'restored') {
        return { status: 503, body: RESTORED };
      }
      const faults = await this.settings.atFault();
      const lines = faults?.map(
        ({ what, wanted }) => `setting at fault: ${what}, wanted: ${wanted}`,
      ) ?? ['the settings of the database server cannot be read'];
      const keyStore = await this.keys.state();
      if (keyStore === 'away') {
        return { status: 503, body: KEYS_AWAY };
      }
      lines.push(...this.#keyLines(keyStore));
      return { status: 200, body: ['ready', ...lines].join('\n') };
    } catch (error) {
      this.logger.warn('health.not-ready', {}, error);
      return { status: 503, body: 'the database does not answer' };
    }
  }

  #keyLines(keyStore: KeyStoreState): string[] {
    return [
      ...(keyStore === 'open-to-others' ? ['the folder of the key store is open to others'] : []),
      ...(this.keys.escrow() === 'none' ? ['no escrow of the day keys (KEY_ESCROW_DIR)'] : []),
    ];
  }
}
