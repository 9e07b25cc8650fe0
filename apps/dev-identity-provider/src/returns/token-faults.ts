import type { ServerResponse } from 'node:http';
import type { Conduct } from '../conduct/conduct.js';

/**
 * Lets the token endpoint fail as the control page asks.
 *
 * @param goOn - Has the request answered as it should be.
 */
export function failTokenEndpoint(
  conduct: Conduct,
  response: ServerResponse,
  goOn: () => void,
): void {
  switch (conduct.fault) {
    case 'token-hangs':
      return;
    case 'token-slow':
      setTimeout(goOn, conduct.faultSeconds * 1000).unref();
      return;
    case 'token-500':
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end('{"error":"server_error"}');
      return;
    case 'token-400':
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":"invalid_grant"}');
      return;
    case 'token-html':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><title>Huoltokatko</title><p>Palvelu on huollossa.</p>');
      return;
    default:
      goOn();
  }
}
