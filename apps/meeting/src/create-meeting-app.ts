import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '@tapaamo/config';
import { FrameworkLogger, Logger } from '@tapaamo/logging';
import { Meetings, NodeHeartbeat } from '@tapaamo/meeting';
import helmet from 'helmet';
import { AppModule, type AppOverrides } from './app.module.js';
import { SocketServerAdapter } from './socket/socket-server.adapter.js';

const NOTHING = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/**
 * Builds a meeting node without listening yet. Its media workers run when this resolves.
 *
 * @throws SocketRequestsIncompleteError when a socket request has no handler or no declared permission.
 */
export async function createMeetingApp(
  config: Config,
  overrides: AppOverrides & { logger?: Logger } = {},
): Promise<NestExpressApplication> {
  const logger = overrides.logger ?? new Logger('meeting', config.LOG_LEVEL);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(config, logger, overrides),
    { logger: new FrameworkLogger(logger), abortOnError: false, bodyParser: false },
  );
  app.disable('x-powered-by');
  // Nobody looks at a page here: health and figures only, and the signalling, whose rules are its own.
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: NOTHING } }));
  app.useWebSocketAdapter(new SocketServerAdapter(app, config));
  return app;
}

/** Ends a node in order: nobody new is taken or sent here, then lines and media end, then the process may. */
export async function stopMeetingApp(app: NestExpressApplication): Promise<void> {
  app.get(Meetings).stopAccepting();
  await app.get(NodeHeartbeat).withdraw();
  await app.close();
}
