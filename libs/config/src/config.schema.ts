import { identificationSettings } from './identification-settings.js';
import { purgeSettings } from './purge-settings.js';
import { isTrustedProxy } from './trusted-proxy.js';
import { words } from './words.js';
import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const previous = (name: string, howLong: string) =>
  z
    .string()
    .regex(/^$|^.{32,}$/s)
    .default('')
    .describe(`The ${name} before this one, taken beside it ${howLong}. Empty: none.`);

/** An address of a relay as browsers take it (RFC 7065). */
const TURN_URL = /^turns?:[\w.-]+(:\d{1,5})?(\?transport=(udp|tcp))?$/;

/**
 * Every setting of Tapaamo: name in the environment, form, default and meaning. `infra/.env.example` is generated from
 * this, and nobody else reads the environment. Retention periods are not here: they are data (`retentionPolicy`).
 */
export const configSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe(
      'Kind of installation. "production" refuses everything that is only safe on a developer’s machine.',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('Least level that is logged.'),
  DATA_DIR: z
    .string()
    .default('.tapaamo')
    .describe('Folder of everything the product writes outside databases.'),
  KEY_STORE: z
    .enum(['file', 'transit', 'kms'])
    .default('file')
    .describe(
      'Where day keys live: "file" in KEY_STORE_DIR, "kms" there too, under a key of AWS KMS at KEY_STORE_URL, "transit" in the transit engine of OpenBao or Vault there.',
    ),
  KEY_STORE_URL: z
    .literal('')
    .or(z.url({ protocol: /^https?$/ }).regex(/[^/]$/))
    .default('')
    .describe(
      'Transit engine with its mount, such as https://bao.example:8200/v1/transit, or AWS KMS, such as https://kms.eu-north-1.amazonaws.com, without a slash at its end; https in production.',
    ),
  KEY_STORE_TOKEN_FILE: z
    .string()
    .default('')
    .describe(
      'File with what opens KEY_STORE_URL: the token of the engine, or the credentials of AWS as its tools write them. It may be renewed at any time.',
    ),
  KEY_STORE_REGION: z
    .string()
    .regex(/^[a-z\d-]*$/)
    .default('')
    .describe('Region of AWS KMS, such as eu-north-1. Needed where KEY_STORE is "kms".'),
  KEY_STORE_DIR: z
    .string()
    .default('.tapaamo/keys')
    .describe('Folder of the day keys. Never in a backed-up path; in production outside DATA_DIR.'),
  KEY_ESCROW_DIR: z
    .string()
    .default('')
    .describe(
      'Folder that the job runner writes sealed copies of the day keys to. Neither KEY_STORE_DIR nor a folder of the database or of BACKUP_DIRS. Empty: a lost key store is the loss of all coming visits.',
    ),
  KEY_ESCROW_RECIPIENTS_FILE: z
    .string()
    .default('')
    .describe(
      'File with the public keys (age1…, one a line, two at least) of those who can open them. Needed where KEY_ESCROW_DIR is.',
    ),
  KEY_ESCROW_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30)
    .default(7)
    .describe(
      'Days that such a copy is kept, 1 to 30. For so long a destroyed day key could be had back.',
    ),
  HOLD_KEY_STORE_DIR: z
    .string()
    .default('')
    .describe(
      'Folder of the private keys of legal holds and restrictions. In the settings of the job runner alone: no other process may open what is held. Apart from KEY_STORE_DIR, and lost it is the loss of what is held. Empty: nothing can be held.',
    ),
  BACKUP_DIRS: words
    .default([])
    .describe(
      'Folders of this machine that are backed up or hold backups. Neither KEY_STORE_DIR nor KEY_ESCROW_DIR may lie in one. Empty: none is known.',
    ),
  DATABASE_URL: z
    .string()
    .default('postgres://tapaamo_app@127.0.0.1:54329/tapaamo')
    .describe(
      'PostgreSQL 15 or later, as a role that owns nothing. `npm start` sets it to the embedded server.',
    ),
  DATABASE_OWNER_URL: z
    .string()
    .default('postgres://tapaamo@127.0.0.1:54329/tapaamo')
    .describe(
      'The same database as its owner. Only preparing (migrations) and the operator’s command use it.',
    ),
  KEY_DATABASE_URL: z
    .string()
    .default('postgres://tapaamo_app@127.0.0.1:54330/tapaamo_keys')
    .describe(
      'PostgreSQL 15 or later for the keys of visits, as a role that owns nothing: in production another server than DATABASE_URL’s, with backups of its own. `npm start` sets it to a second embedded server.',
    ),
  KEY_DATABASE_OWNER_URL: z
    .string()
    .default('postgres://tapaamo@127.0.0.1:54330/tapaamo_keys')
    .describe('The same database as its owner. Only preparing uses it.'),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    .default(10)
    .describe('Connections per process, to each of the two databases.'),
  DATABASE_DEADLINE_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(5000)
    .describe('Longest time of one statement, in milliseconds.'),
  HOST: z.string().default('127.0.0.1').describe('Address that web, API and signalling listen on.'),
  PUBLIC_URL: z
    .url()
    .default('http://localhost:8080')
    .describe(
      'Web address people use, without a path; links in messages begin with it. https in production.',
    ),
  LEAVE_QUICKLY_URL: z
    .literal('')
    .or(z.url({ protocol: /^https$/ }))
    .default('')
    .describe(
      'Harmless page, as of the weather, that takes the place of a client’s page when they press "Leave quickly". It hears of nobody. Empty: an empty page of the browser’s own.',
    ),
  API_PORT: port(8080).describe('Port of web and API.'),
  TRUSTED_PROXIES: words
    .refine((all) => all.every(isTrustedProxy), {
      error: 'only addresses, networks like 10.0.0.0/8, loopback, linklocal and uniquelocal',
    })
    .default(['loopback'])
    .describe(
      'Proxies before API and meeting nodes. They must say for whom they ask (X-Forwarded-For): limits of attempts count by it.',
    ),
  JOB_RUNNER_PORT: port(8082).describe('Port of the job runner’s health and metrics.'),
  MEETING_PORT: port(8081).describe('Port of a meeting node’s signalling.'),
  MEETING_PUBLIC_URL: z
    .url()
    .default('http://localhost:8081')
    .describe('Address of this meeting node for browsers. https in production.'),
  MEETING_ORIGINS: words
    .default([])
    .describe(
      'Addresses of meeting nodes that pages may connect to (Content-Security-Policy). Empty: MEETING_PUBLIC_URL only.',
    ),
  MEDIA_LISTEN_ADDRESS: z
    .string()
    .default('127.0.0.1')
    .describe('Address the media workers listen on. In production no loopback address.'),
  MEDIA_ANNOUNCED_ADDRESS: z
    .string()
    .default('')
    .describe('Address of the media workers for browsers. Empty: MEDIA_LISTEN_ADDRESS.'),
  MEDIA_PORT_BASE: port(40_000).describe('First media port; each worker uses one, UDP and TCP.'),
  MEDIA_WORKERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(128)
    .default(0)
    .describe('Media workers of a node. 0: one for each processor core.'),
  MEDIA_FULL_LOAD: z.coerce
    .number()
    .min(0.2)
    .max(0.95)
    .default(0.8)
    .describe(
      'Load of a media worker, as a part of one core, from which no visit begins on it. Less where the machine carries other things too.',
    ),
  MEETINGS_PER_ORGANISATION: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(500)
    .describe(
      'Meetings of one organisation that may go on at a time, so that none takes the nodes of all. 0: any number.',
    ),
  TURN_URLS: words
    .refine((all) => all.every((url) => TURN_URL.test(url)), {
      error: 'only addresses like turns:turn.example.fi:443?transport=tcp',
    })
    .default([])
    .describe(
      'Relays (infra/turn) for networks that let neither UDP nor the media ports through. Empty: none.',
    ),
  TURN_SECRET: z
    .string()
    .regex(/^$|^\S{32,}$/)
    .default('')
    .describe(
      'Signs the credentials for the relays, which have it too. At least 32 characters, no spaces. Needed where TURN_URLS are.',
    ),
  MEDIASOUP_WORKER_BIN: z
    .string()
    .default('')
    .describe('Media worker program. Empty: the one mediasoup brings.'),
  SESSION_SECRET: z
    .string()
    .min(32)
    .describe(
      'Signs session cookies. At least 32 characters. `npm start` makes one and keeps it in DATA_DIR.',
    ),
  SESSION_SECRET_PREVIOUS: previous('SESSION_SECRET', 'for twelve hours after a change'),
  BREACHED_PASSWORDS_FILE: z
    .string()
    .default('')
    .describe(
      'File with SHA-1 hashes of breached passwords, sorted, one a line ("have i been pwned"). Empty: none.',
    ),
  ACCOUNT_SECRET: z
    .string()
    .min(32)
    .describe(
      'Seals the second factors of staff, addresses of their other calendars, and what organisations share with their sign-in providers, and keys the codes of printed invitations. At least 32 characters. `npm start` makes one and keeps it in DATA_DIR.',
    ),
  ACCOUNT_SECRET_PREVIOUS: z
    .string()
    .default('')
    .describe('The ACCOUNT_SECRET before this one, while what it sealed is still in use.'),
  MEETING_TOKEN_SECRET: z
    .string()
    .min(32)
    .describe(
      'Signs the tokens for meeting nodes. The same for API and all nodes. At least 32 characters.',
    ),
  MEETING_TOKEN_SECRET_PREVIOUS: previous(
    'MEETING_TOKEN_SECRET',
    'until every process has the new one',
  ),
  ...identificationSettings,
  REPRESENTATION_URL: z
    .url()
    .or(z.literal(''))
    .default('')
    .describe(
      'Suomi.fi e-Authorizations, which says for which child a guardian may act. Empty: nobody is asked.',
    ),
  REPRESENTATION_CLIENT_ID: z
    .string()
    .regex(/^[\w-]*$/)
    .default('')
    .describe('Our Web API client id at Suomi.fi e-Authorizations.'),
  REPRESENTATION_API_KEY: z
    .string()
    .default('')
    .describe('The API key that goes with it; signs every question.'),
  REPRESENTATION_OAUTH_SECRET: z
    .string()
    .default('')
    .describe('The OAuth password that goes with it.'),
  STAFF_OIDC_ALLOWED_HOSTS: words
    .default([])
    .describe(
      'Sign-in services of organisations that may stand in a private network (a county’s ADFS), by host name. Others must be public.',
    ),
  RECORD_SYSTEM_ALLOWED_HOSTS: words
    .default([])
    .describe(
      'Record systems that organisations may tell of visits, as <id of the organisation>@<host>; no others are. One in a private network with it, one at another port than 443 with that: <id>@records.mallila.fi:8443=10.20.0.0/16.',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .default('smtp://127.0.0.1:1025')
    .describe(
      'Mail server for messages to clients. In production smtps, or smtp with ?requireTLS=true.',
    ),
  MAIL_FROM: z.string().default('Tapaamo <noreply@tapaamo.example>').describe('Sender of e-mail.'),
  SMS_GATEWAY: z
    .enum(['generic', 'gatewayapi'])
    .default('generic')
    .describe(
      'Who takes text messages: "generic" an HTTP gateway in our form (infra/README.md), "gatewayapi" GatewayAPI by its own API.',
    ),
  SMS_GATEWAY_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:8025/sms')
    .describe(
      'Address that text messages are posted to; https in production. GatewayAPI in the EU: https://gatewayapi.eu/rest/mtsms.',
    ),
  SMS_GATEWAY_TOKEN: z
    .string()
    .default('')
    .describe('Token for the SMS gateway. Empty: none is sent.'),
  SMS_GATEWAY_ALLOWED_HOSTS: words
    .default([])
    .describe(
      'SMS gateways that may stand in a private network, by host name. Others must be public, or on this machine.',
    ),
  SMS_RECEIPT_SECRET: z
    .string()
    .regex(/^$|^.{32,}$/s)
    .default('')
    .describe(
      'By which the SMS gateway proves its delivery receipts. At least 32 characters. Empty: none are taken, and no message is told as delivered.',
    ),
  SMS_RECEIPT_SECRET_PREVIOUS: z
    .string()
    .regex(/^$|^.{32,}$/s)
    .default('')
    .describe(
      'The secret before SMS_RECEIPT_SECRET, while the SMS gateway still proves receipts by it. Empty: it does not any more.',
    ),
  ...purgeSettings,
  CLOCK_FILE: z
    .string()
    .default('')
    .describe(
      'File with milliseconds to add to the clock, for demonstrations and tests. Refused in production.',
    ),
  CATCHER_PORT: port(8025).describe(
    'Development only: page and SMS gateway of the mail and SMS catcher.',
  ),
  SMTP_PORT: port(1025).describe('Development only: SMTP port of the mail and SMS catcher.'),
  IDENTITY_PROVIDER_PORT: port(8090).describe('Development only: port of the identity provider.'),
});

/** The settings, parsed and complete. */
export type Config = z.output<typeof configSchema>;
