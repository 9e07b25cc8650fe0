import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Randomness, type Clock } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import { FrameworkLogger, type Logger } from '@tapaamo/logging';
import { ProfessionalService } from '@tapaamo/professional';
import express, { type Request, type Response } from 'express';
import { AppModule } from './app.module.js';
import { accessLog } from './http/access-log.js';
import { correlationId } from './http/correlation-id.js';
import { requireRoutePermissions } from './http/route-permissions.js';
import { sameSite } from './http/same-site.js';
import { securityHeaders } from './http/security-headers.js';
import { validationPipe } from './http/validation.pipe.js';
import { serveWebApp } from './http/web-app.js';
import { useStaffSessions } from './sign-in/staff-sessions.js';

/** Largest body of a request; every one of ours is far smaller. */
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
  server.set('trust proxy', 'loopback');
  server.disable('x-powered-by');
  server.use(correlationId(randomness), accessLog(logger), securityHeaders(config, randomness));
  serveWebApp(server, resolve('dist/web'));
  app.use('/api', (_request: Request, response: Response, next: () => void) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', sameSite(config.PUBLIC_URL), express.json({ limit: BODY_LIMIT, strict: true }));
  const endSessions = useStaffSessions(server, config, app.get(ProfessionalService), logger);
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks([]);
  serveOpenApi(app);
  requireRoutePermissions(app);
  const close = app.close.bind(app);
  app.close = async () => {
    await close();
    await endSessions();
  };
  return app;
}

function serveOpenApi(app: NestExpressApplication): void {
  const description = new DocumentBuilder().setTitle('Tapaamo').setVersion('0.1.0').build();
  const document = SwaggerModule.createDocument(app, description);
  app.use('/api/openapi.json', (_request: Request, response: Response) => {
    response.json(document);
  });
}
