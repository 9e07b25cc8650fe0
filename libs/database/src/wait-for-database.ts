import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '@tapaamo/config';
import { ERROR_TEXTS, LANGUAGES, languageFromHeader } from '@tapaamo/contracts';
import type { Logger } from '@tapaamo/logging';
import pg from 'pg';

const RETRY_MS = 500;

/**
 * Waits until the database answers. Meanwhile the process's port says so, in the reader's language, with status 503,
 * instead of refusing connections.
 *
 * @param port - Port the process will serve.
 */
export async function waitForDatabase(config: Config, logger: Logger, port: number): Promise<void> {
  if (await answers(config)) {
    return;
  }
  logger.warn('database.waiting');
  const server = createServer((request, response) => {
    const alive = request.url === '/health/live';
    const language = languageFromHeader(request.headers['accept-language']);
    const title = ERROR_TEXTS['service.database-unavailable'][language];
    response.writeHead(alive ? 200 : 503, {
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '5',
      'cache-control': 'no-store',
      'content-language': LANGUAGES.includes(language) ? language : 'fi',
    });
    const problem = {
      type: 'about:blank',
      title,
      status: 503,
      code: 'service.database-unavailable',
      correlationId: '-',
    };
    response.end(JSON.stringify(alive ? { status: 'live' } : problem));
  });
  server.on('error', (error) => logger.error('database.waiting-page-failed', { port }, error));
  server.listen(port, config.HOST);
  while (!(await answers(config))) {
    await delay(RETRY_MS);
  }
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  logger.info('database.reached');
}

async function answers(config: Config): Promise<boolean> {
  const client = new pg.Client({
    connectionString: config.DATABASE_URL,
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
