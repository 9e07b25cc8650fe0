import { Controller, Get, Res } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { DatabaseUnavailableError } from '@tapaamo/common';
import { ServerSettings, ServingGate, type SettingsState } from '@tapaamo/database';
import {
  KeysMissingError,
  KeyStoreHealth,
  type KeyEscrowState,
  type KeyStoreState,
} from '@tapaamo/vault';
import type { Response } from 'express';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';

/** What `GET /health/ready` answers. */
export interface Readiness {
  status: 'ready';
  databaseSettings: SettingsState;
  /** Without its keys no visit can be read: a store that is away is not ready. */
  keyStore: Exclude<KeyStoreState, 'away'>;
  /** Whether day keys can be had back when their store is lost. */
  keyEscrow: KeyEscrowState;
}

/** Whether the process lives, whether it can serve, and its figures. */
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: ServerSettings,
    private readonly keys: KeyStoreHealth,
    private readonly gate: ServingGate,
  ) {}

  @Get('health/live')
  @Permit('public')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Permit('public')
  async ready(): Promise<Readiness> {
    await this.dataSource.query('SELECT 1').catch((error: unknown) => {
      throw new DatabaseUnavailableError(error);
    });
    this.gate.assertOpen();
    const keyStore = await this.keys.state();
    if (keyStore === 'away') {
      throw new KeysMissingError();
    }
    return {
      status: 'ready',
      databaseSettings: await this.settings.state(),
      keyStore,
      keyEscrow: this.keys.escrow(),
    };
  }

  @Get('metrics')
  @Permit('operator')
  async metrics(@Res() response: Response): Promise<void> {
    response.type(register.contentType).send(await register.metrics());
  }
}
