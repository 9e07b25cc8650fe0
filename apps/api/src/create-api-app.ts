import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { AuditOrigin } from '@tapaamo/audit';
import { Randomness, type Clock } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import {
  LOGO_MAX_BYTES,
  LOGO_TYPES,
  MESSAGE_RECEIPTS_PATH,
  RECORDS_PATH,
} from '@tapaamo/contracts';
import { FrameworkLogger, type Logger } from '@tapaamo/logging';
import express, { type Request, type Response } from 'express';
import { AppModule } from './app.module.js';
import { accessLog } from './http/access-log.js';
import { correlationId } from './http/correlation-id.js';
import { knownOrigin } from './http/known-origin.js';
import { ApiDescription } from './http/api-description.js';
import { requireRoutePermissions } from './http/route-permissions.js';
import { sameSite } from './http/same-site.js';
import { securityHeaders } from './http/security-headers.js';
import { validationPipe } from './http/validation.pipe.js';
import { silentProxy } from './http/silent-proxy.js';
import { serveWebApp } from './http/web-app.js';
import { STAFF_IMPORT, STAFF_IMPORT_LIMIT } from './staff/staff-import.controller.js';
import { StaffSessions } from './sign-in/staff-sessions.js';

/** Largest body of a request; every one of ours but a list of people is far smaller. */
const BODY_LIMIT = '16kb';

/**
 * Builds the API process, ready to listen.
 *
 * @param overrides - A test's own clock.
 */
export async function createApiApp(
  config: Config,
  logger: Logger,
  overrides: { clock?: Clock } = {},
): Promise<NestExpressApplication> {
  const server = express();
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(config, logger, overrides),
    new ExpressAdapter(server),
    { logger: new FrameworkLogger(logger), bodyParser: false, abortOnError: false },
  );
  const randomness = app.get(Randomness);
  server.set('trust proxy', config.TRUSTED_PROXIES);
  server.disable('x-powered-by');
  server.use(correlationId(randomness), accessLog(logger), securityHeaders(config, randomness));
  serveWebApp(server, resolve('dist/web'), config.LEAVE_QUICKLY_URL);
  app.use('/api', (_request: Request, response: Response, next: () => void) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    '/api',
    sameSite(config.PUBLIC_URL, [MESSAGE_RECEIPTS_PATH, RECORDS_PATH]),
    silentProxy(config, logger),
  );
  app.use(STAFF_IMPORT, express.json({ limit: STAFF_IMPORT_LIMIT, strict: true }));
  app.use('/api', express.json({ limit: BODY_LIMIT, strict: true }));
  // A picture is taken as it comes: what is packed could be far larger inside.
  const picture = { type: [...LOGO_TYPES], limit: LOGO_MAX_BYTES, inflate: false };
  app.use('/api/organisation/logo', express.raw(picture));
  app.get(StaffSessions).use(server);
  server.use('/api', knownOrigin(app.get(AuditOrigin)));
  app.useGlobalPipes(validationPipe());
  app.get(ApiDescription).describe(app);
  requireRoutePermissions(app);
  return app;
}
