import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '@tapaamo/config';
import { ERROR_TEXTS, languageFromHeader, type Language } from '@tapaamo/contracts';
import type { Logger } from '@tapaamo/logging';
import pg from 'pg';

const RETRY_MS = 500;

/** How soon whoever asked is told to ask again. */
const ASK_AGAIN_SECONDS = 5;

const CODE = 'service.database-unavailable';

/**
 * Waits until the database answers. Meanwhile the process's port says so, in the reader's language, with status 503,
 * instead of refusing connections.
 *
 * @param port - Port the process will serve.
 */
export async function waitForDatabase(config: Config, logger: Logger, port: number): Promise<void> {
  const failure = await failureToAnswer(config);
  if (failure === null) {
    return;
  }
  // Its code tells a database that is away from a wrong name or password, which no waiting mends.
  logger.warn('database.waiting', {}, failure);
  const server = createServer(answerMeanwhile);
  server.on('error', (error) => logger.error('database.waiting-page-failed', { port }, error));
  server.listen(port, config.HOST);
  while ((await failureToAnswer(config)) !== null) {
    await delay(RETRY_MS);
  }
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  logger.info('database.reached');
}

/** Health checks are told that the process lives; people get a page that opens again by itself, programs a problem. */
function answerMeanwhile(request: IncomingMessage, response: ServerResponse): void {
  const alive = request.url === '/health/live';
  const language = languageFromHeader(request.headers['accept-language']);
  const asPage = !alive && (request.headers.accept ?? '').includes('text/html');
  response.writeHead(alive ? 200 : 503, {
    'content-type': `${asPage ? 'text/html' : 'application/problem+json'}; charset=utf-8`,
    'retry-after': String(ASK_AGAIN_SECONDS),
    'cache-control': 'no-store',
    'content-language': language,
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'Accept, Accept-Language',
  });
  if (asPage) {
    response.end(page(language));
    return;
  }
  const title = ERROR_TEXTS[CODE][language];
  const problem = { type: 'about:blank', title, status: 503, code: CODE, correlationId: '-' };
  response.end(JSON.stringify(alive ? { status: 'live' } : problem));
}

/** Needs nothing else from this server, which has nothing else to give. */
function page(language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${String(ASK_AGAIN_SECONDS)}">
<title>Tapaamo</title>
</head>
<body><main><h1>Tapaamo</h1><p>${ERROR_TEXTS[CODE][language]}</p></main></body>
</html>
`;
}

/** @returns Null when the database answers, else why it does not. */
async function failureToAnswer(config: Config): Promise<unknown> {
  const client = new pg.Client({
    connectionString: config.DATABASE_URL,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
