import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import { describeCompressed, preferCompressed } from './compressed-siblings.js';
import { nonceOf } from './security-headers.js';

/** What the built page has where its nonce belongs. */
const NONCE_PLACE = /__CSP_NONCE__/g;

/** And where it has the address for who leaves quickly. */
const LEAVING_PLACE = '__LEAVE_QUICKLY_TO__';

/** Paths the server answers itself; everything else is the web app's. */
const OWN_PATHS = /^\/(api|health|metrics|\.well-known)(\/|$)/;

/**
 * Serves the built web app: hashed assets for ever and compressed, the page itself fresh each time with the answer's nonce.
 *
 * @param folder - `dist/web`.
 * @param leaveQuicklyTo - Address of the page that takes the place of a client's; empty for the browser's own empty one.
 */
export function serveWebApp(server: Express, folder: string, leaveQuicklyTo = ''): void {
  const index = join(folder, 'index.html');
  const page = existsSync(index) ? pageOf(readFileSync(index, 'utf8'), leaveQuicklyTo) : null;
  const files = { index: false, setHeaders: describeCompressed } as const;
  server.use(preferCompressed(folder));
  server.use(
    '/assets',
    express.static(join(folder, 'assets'), { ...files, immutable: true, maxAge: '1y' }),
  );
  server.use(express.static(folder, { ...files, maxAge: '1h' }));
  server.use((request: Request, response: Response, next) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (
      page === null ||
      !isPage ||
      OWN_PATHS.test(request.path) ||
      request.path.startsWith('/assets/')
    ) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page.replace(NONCE_PLACE, nonceOf(response)));
  });
}

function pageOf(built: string, leaveQuicklyTo: string): string {
  // An address in its normal form has neither quotes nor angle brackets.
  const address = leaveQuicklyTo === '' ? '' : new URL(leaveQuicklyTo).href;
  return built.replaceAll(LEAVING_PLACE, () => address.replaceAll('&', '&amp;'));
}
