import { Controller, Get, Header } from '@nestjs/common';
import { Permit } from '@tapaamo/access';
import { MeetingMetrics } from './meeting-metrics.service.js';

/** Counts for monitoring, in Prometheus' text format. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: MeetingMetrics) {}

  @Get()
  @Permit('operator')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
