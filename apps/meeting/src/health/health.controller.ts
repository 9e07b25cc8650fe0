import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { WorkerPool } from '@tapaamo/media';
import { NodeHeartbeat } from '@tapaamo/meeting';
import { ServerSettings, ServingGate, type SettingsState } from '@tapaamo/database';
import type { Response } from 'express';

/** What `GET /health/ready` answers. */
export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: { mediaWorkers: boolean; database: boolean };
  databaseSettings: SettingsState;
}

/** Whether the process lives, and whether it should be given visits. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly pool: WorkerPool,
    private readonly heartbeat: NodeHeartbeat,
    private readonly gate: ServingGate,
    private readonly settings: ServerSettings,
  ) {}

  @Get('live')
  @Permit('public')
  @Header('cache-control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /**
   * Ready when a media worker runs and the database has heard of this node lately; otherwise 503 and which is missing. What
   * is wrong with the settings of the database server, as this node's connections see them, stops nobody.
   */
  @Get('ready')
  @Permit('public')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const checks = {
      mediaWorkers: this.pool.state.running > 0,
      database: this.heartbeat.isHeard && this.gate.closed === null,
    };
    const isReady = checks.mediaWorkers && checks.database;
    if (!isReady) {
      response.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
    const databaseSettings = await this.settings.state();
    return { status: isReady ? 'ready' : 'not-ready', checks, databaseSettings };
  }
}
