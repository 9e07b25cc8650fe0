import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '@tapaamo/config';

/** The settings that say which pages may talk to this node. */
export type OriginConfig = Pick<Config, 'PUBLIC_URL' | 'MEETING_PUBLIC_URL'>;

/** The one origin whose pages may connect. */
export function allowedOrigin(config: OriginConfig): string {
  return new URL(config.PUBLIC_URL).origin;
}

/**
 * Whether a handshake comes from a page of ours. A browser names the page's origin, except when page and node share one:
 * then its word that they do (which no page can forge) stands for it.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, config: OriginConfig): boolean {
  const ours = allowedOrigin(config);
  if (headers.origin !== undefined) {
    return headers.origin === ours;
  }
  const sharesOrigin = new URL(config.MEETING_PUBLIC_URL).origin === ours;
  return sharesOrigin && headers['sec-fetch-site'] === 'same-origin';
}
