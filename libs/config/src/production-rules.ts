import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from './config.schema.js';
import { identificationRules, type ProductionRule } from './identification-rules.js';

/** What only a developer's machine may have, by setting, with the reason for refusing it in production. */
const PRODUCTION_RULES: readonly ProductionRule[] = [
  ['PUBLIC_URL', (c) => c.PUBLIC_URL.startsWith('https:'), 'must begin with https'],
  ['MEETING_PUBLIC_URL', (c) => c.MEETING_PUBLIC_URL.startsWith('https:'), 'must begin with https'],
  ...identificationRules(),
  [
    'REPRESENTATION_URL',
    (c) => c.REPRESENTATION_URL === '' || c.REPRESENTATION_URL.startsWith('https:'),
    'must begin with https',
  ],
  ...(
    ['REPRESENTATION_CLIENT_ID', 'REPRESENTATION_API_KEY', 'REPRESENTATION_OAUTH_SECRET'] as const
  ).map((name): (typeof PRODUCTION_RULES)[number] => [
    name,
    (c) => c.REPRESENTATION_URL === '' || c[name] !== '',
    'must be set where REPRESENTATION_URL is',
  ]),
  [
    'TURN_URLS',
    (c) => c.TURN_URLS.length === 0 || c.TURN_URLS.some((url) => SEALED_RELAY.test(url)),
    'must have a relay with TLS over TCP (turns:…?transport=tcp): networks that are closed let nothing else through',
  ],
  [
    'KEY_STORE_URL',
    (c) => c.KEY_STORE === 'file' || isSealedWeb(new URL(c.KEY_STORE_URL)),
    'must begin with https unless the engine is on this machine',
  ],
  [
    'KEY_STORE_DIR',
    (c) => c.KEY_STORE === 'transit' || !isInside(c.KEY_STORE_DIR, c.DATA_DIR),
    'must lie outside DATA_DIR: what backs up the one may not back up the other',
  ],
  ...(['KEY_DATABASE_URL', 'KEY_DATABASE_OWNER_URL'] as const).map((name): ProductionRule => [
    name,
    (c) => serverOf(c[name]) !== serverOf(c.DATABASE_URL),
    'must name another server than DATABASE_URL: write-ahead log and base backups are per server',
  ]),
  [
    'SMTP_URL',
    (c) => isSealedMail(new URL(c.SMTP_URL)),
    'must begin with smtps, or with smtp and say ?requireTLS=true, unless the server is on this machine; nothing else may be said there',
  ],
  [
    'SMS_GATEWAY_URL',
    (c) => isSealedWeb(new URL(c.SMS_GATEWAY_URL)),
    'must begin with https unless the gateway is on this machine',
  ],
  [
    'SMS_GATEWAY',
    (c) => c.SMS_GATEWAY !== 'gatewayapi' || GATEWAY_API.test(new URL(c.SMS_GATEWAY_URL).hostname),
    'is "gatewayapi": SMS_GATEWAY_URL must be an address of gatewayapi.eu or gatewayapi.com',
  ],
  ['CLOCK_FILE', (c) => c.CLOCK_FILE === '', 'must be empty: the clock may not be shifted'],
  [
    'ALERT_ADDRESSES',
    (c) => new Set(c.ALERT_ADDRESSES.map((address) => address.toLowerCase())).size >= 2,
    'must name two people at least: one of them may be away',
  ],
  ['PURGE_MODE', (c) => c.PURGE_MODE === 'on', 'must be "on": forgetting is not optional'],
];

const SEALED_RELAY = /^turns:.*\?transport=tcp$/;

/** The hosts of the provider's own API; its token goes nowhere else. */
const GATEWAY_API = /^gatewayapi\.(eu|com)$/;

/** What is unsafe in production, a sentence a setting, beginning with its name. */
export function unsafeSettings(config: Config): string[] {
  return PRODUCTION_RULES.filter(([, isSafe]) => !isSafe(config)).map(
    ([name, , reason]) => `${name} ${reason}.`,
  );
}

/** Contact data of clients leaves in these connections. What stays on the machine need not be sealed. */
function isSealedMail(url: URL): boolean {
  // The mail library takes every option from the address: one writes all messages to the log, one checks no certificate.
  const isPlain = [...url.searchParams.keys()].every((name) => name === 'requireTLS');
  const sealed = url.protocol === 'smtps:' || url.searchParams.get('requireTLS') === 'true';
  return isPlain && (isLoopback(url) || sealed);
}

function isSealedWeb(url: URL): boolean {
  return isLoopback(url) || url.protocol === 'https:';
}

/** A server by host and port, however its own machine is called. */
function serverOf(text: string): string {
  const url = new URL(text);
  const host = isLoopback(url) || url.hostname === '' ? 'this machine' : url.hostname;
  return `${host}:${url.port || '5432'}`;
}

function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function isInside(folder: string, of: string): boolean {
  const path = relative(resolve(of), resolve(folder));
  return path === '' || !(path === '..' || path.startsWith('../') || isAbsolute(path));
}
