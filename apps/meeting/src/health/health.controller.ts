import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { WorkerPool } from '@tapaamo/media';
import { NodeHeartbeat } from '@tapaamo/meeting';
import { ServingGate } from '@tapaamo/database';
import type { Response } from 'express';

/** What `GET /health/ready` answers. */
export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: { mediaWorkers: boolean; database: boolean };
}

/** Whether the process lives, and whether it should be given visits. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly pool: WorkerPool,
    private readonly heartbeat: NodeHeartbeat,
    private readonly gate: ServingGate,
  ) {}

  @Get('live')
  @Permit('public')
  @Header('cache-control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** Ready when a media worker runs and the database has heard of this node lately; otherwise 503 and which is missing. */
  @Get('ready')
  @Permit('public')
  @Header('cache-control', 'no-store')
  ready(@Res({ passthrough: true }) response: Response): Readiness {
    const checks = {
      mediaWorkers: this.pool.state.running > 0,
      database: this.heartbeat.isHeard && this.gate.closed === null,
    };
    const isReady = checks.mediaWorkers && checks.database;
    if (!isReady) {
      response.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
    return { status: isReady ? 'ready' : 'not-ready', checks };
  }
}
