import type { Logger } from '@tapaamo/logging';
import type { NextFunction, Request, Response } from 'express';
import { Histogram } from 'prom-client';
import { correlationIdOf } from './correlation-id.js';

const duration = new Histogram({
  name: 'tapaamo_http_request_duration_seconds',
  help: 'Time until a request was answered, by route pattern.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** Logs every answered request by its route's pattern, never by the address that was asked for. */
export function accessLog(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    response.once('close', () => {
      const durationMs = Math.round(performance.now() - begun);
      const route = routePattern(request);
      const status = response.statusCode;
      duration.observe(
        { method: request.method, route, status: String(status) },
        durationMs / 1_000,
      );
      logger.info('http.answered', {
        correlationId: correlationIdOf(response),
        method: request.method,
        route,
        status,
        durationMs,
      });
    });
    next();
  };
}

function routePattern(request: Request): string {
  const route = request.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string'
    ? route.path
    : request.path.startsWith('/api')
      ? '/api/*'
      : '/*';
}
