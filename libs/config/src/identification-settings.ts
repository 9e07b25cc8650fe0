import { words } from './words.js';
import { z } from 'zod';

/** How identity providers of the field speak; what each one means is in `libs/identification`. */
export const OIDC_DIALECTS = [
  'dev',
  'ftn-oid',
  'op-isb',
  'signicat',
  'suomifi-oidc',
  'generic',
] as const;

/** One of them. */
export type OidcDialect = (typeof OIDC_DIALECTS)[number];

/** Longest name of a service that brokers show (Telia's guide, 2.4). */
const SERVICE_NAME_MAX = 40;

const file = (meaning: string) => z.string().default('').describe(meaning);
const serviceName = (language: string) =>
  z
    .string()
    .max(SERVICE_NAME_MAX)
    .default('')
    .describe(`The same name in ${language}. Empty: OIDC_SERVICE_NAME.`);

/** Settings of the identification of clients. */
export const identificationSettings = {
  OIDC_ISSUER: z
    .url()
    .default('http://localhost:8090')
    .describe(
      'Identity provider for clients (suomi.fi or a broker of the Finnish trust network). https in production.',
    ),
  OIDC_DIALECT: z
    .enum(OIDC_DIALECTS)
    .default('dev')
    .describe(
      'How the provider speaks: "ftn-oid" (Telia, Ubisecure), "op-isb", "signicat", "suomifi-oidc", "generic"; "dev" is the development provider and refused in production.',
    ),
  OIDC_METADATA_FILE: file(
    'File with the provider’s metadata (JSON as in OpenID Connect Discovery), for one that publishes none (OP). Empty: it is asked for them.',
  ),
  OIDC_REQUEST_MODE: z
    .enum(['jar', 'par', 'plain'])
    .default('jar')
    .describe(
      'How a request goes to the provider: "jar" signed in the address, "par" signed and pushed beforehand, "plain" unsigned, in production with "generic" only.',
    ),
  OIDC_CLIENT_ID: z
    .string()
    .default('tapaamo')
    .describe('Our identifier at the identity provider.'),
  OIDC_KEYS_FILE: file(
    'File with our private keys (JWK set): "sig" keys, of which the first signs, and one or two "enc" keys, of which the first is published. Empty: made in DATA_DIR.',
  ),
  OIDC_ENTITY_KEY_FILE: file(
    'File with our entity key (JWK set of "sig" keys, the first signs): it vouches for our other keys. Needed for "op-isb". Empty: made in DATA_DIR, in production none.',
  ),
  OIDC_PROVIDER_JWKS_FILE: file(
    'File with the provider’s public keys (JWK set), where they were handed over. Empty: they are read from where its metadata says.',
  ),
  OIDC_PROVIDER_SIGNED_JWKS_URL: z
    .url()
    .or(z.literal(''))
    .default('')
    .describe(
      'Address of the provider’s signed key set (OpenID Federation); needs OIDC_PROVIDER_ENTITY_KEYS_FILE. Empty: none is used.',
    ),
  OIDC_PROVIDER_ENTITY_KEYS_FILE: file(
    'File with the provider’s entity keys (JWK set), by which its signed key set is checked. They are handed over, never fetched.',
  ),
  OIDC_ACCEPTED_ACR: words
    .default(['http://ftn.ficora.fi/2017/loatest2', 'http://ftn.ficora.fi/2017/loatest3'])
    .describe('Levels of assurance that are accepted, separated by spaces.'),
  OIDC_ACR_VALUES: words
    .default([])
    .describe(
      'What is asked for as level, where it differs from what is accepted: a method of Telia, for example. Empty: what the dialect asks for.',
    ),
  OIDC_EIDAS_ALLOWED: z
    .stringbool()
    .default(true)
    .describe(
      '"true" lets people in who identify with the means of another EU country and have no Finnish identity code.',
    ),
  OIDC_SERVICE_NAME: z
    .string()
    .max(SERVICE_NAME_MAX)
    .default('Tapaamo')
    .describe('Name of the service shown at the identity provider.'),
  OIDC_SERVICE_NAME_FI: serviceName('Finnish'),
  OIDC_SERVICE_NAME_SV: serviceName('Swedish'),
  OIDC_SERVICE_NAME_EN: serviceName('English'),
  OIDC_OUTAGE_URL: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .describe(
      'Where the identity provider publishes its outages, which the door then shows. https in production. Telia: https://tunnistus.telia.fi/uas/resource/maintenance.txt. OP: https://isb.op.fi/api/embedded-ui/<OIDC_CLIENT_ID>.',
    ),
  OIDC_OUTAGE_FORM: z
    .enum(['none', 'text-bars', 'op-json'])
    .default('none')
    .describe('Form of it: "text-bars" (Telia), "op-json" (OP), or "none" to show nothing.'),
};
