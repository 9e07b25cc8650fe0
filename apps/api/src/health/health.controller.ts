import { Controller, Get, Res } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { DatabaseUnavailableError } from '@tapaamo/common';
import type { Response } from 'express';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';

/** Whether the process lives, whether it can serve, and its figures. */
@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('health/live')
  @Permit('public')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Permit('public')
  async ready(): Promise<{ status: 'ready' }> {
    await this.dataSource.query('SELECT 1').catch((error: unknown) => {
      throw new DatabaseUnavailableError(error);
    });
    return { status: 'ready' };
  }

  @Get('metrics')
  @Permit('operator')
  async metrics(@Res() response: Response): Promise<void> {
    response.type(register.contentType).send(await register.metrics());
  }
}
