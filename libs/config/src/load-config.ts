import { ConfigInvalidError } from './config.errors.js';
import { configSchema, type Config } from './config.schema.js';
import { unsafeSettings } from './production-rules.js';

/** What each kind of key store cannot do without. */
const NEEDED_BY_STORE = {
  file: [],
  transit: ['KEY_STORE_URL', 'KEY_STORE_TOKEN_FILE'],
  kms: ['KEY_STORE_URL', 'KEY_STORE_TOKEN_FILE', 'KEY_STORE_REGION'],
} as const satisfies Record<Config['KEY_STORE'], readonly (keyof Config)[]>;

/**
 * Reads and checks the settings. The one place that looks at the environment.
 *
 * @param environment - Where to read; the process's own unless a test says otherwise.
 * @throws ConfigInvalidError naming every setting that is missing, malformed or unsafe in production.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = configSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    throw new ConfigInvalidError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const config = parsed.data;
  if (config.TURN_URLS.length > 0 && config.TURN_SECRET === '') {
    throw new ConfigInvalidError(['TURN_SECRET must be set where TURN_URLS are.']);
  }
  const missing = NEEDED_BY_STORE[config.KEY_STORE].filter((name) => config[name] === '');
  if (missing.length > 0) {
    throw new ConfigInvalidError(
      missing.map((name) => `${name} must be set where KEY_STORE is "${config.KEY_STORE}".`),
    );
  }
  if (config.KEY_ESCROW_DIR !== '') {
    if (config.KEY_STORE === 'transit') {
      throw new ConfigInvalidError([
        'KEY_ESCROW_DIR must be empty where KEY_STORE is "transit": keys of the engine stay in it, and its snapshots are its escrow.',
      ]);
    }
    if (config.KEY_ESCROW_RECIPIENTS_FILE === '') {
      throw new ConfigInvalidError([
        'KEY_ESCROW_RECIPIENTS_FILE must be set where KEY_ESCROW_DIR is.',
      ]);
    }
  }
  if (config.NODE_ENV === 'production') {
    const unsafe = unsafeSettings(config);
    if (unsafe.length > 0) {
      throw new ConfigInvalidError(unsafe);
    }
  }
  return config;
}

/** Settings that open something. */
const SECRETS: readonly (keyof Config)[] = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'KEY_DATABASE_URL',
  'KEY_DATABASE_OWNER_URL',
  'SESSION_SECRET',
  'SESSION_SECRET_PREVIOUS',
  'ACCOUNT_SECRET',
  'ACCOUNT_SECRET_PREVIOUS',
  'MEETING_TOKEN_SECRET',
  'MEETING_TOKEN_SECRET_PREVIOUS',
  'TURN_SECRET',
  'SMTP_URL',
  'SMS_GATEWAY_TOKEN',
  'SMS_RECEIPT_SECRET',
  'SMS_RECEIPT_SECRET_PREVIOUS',
];

/**
 * Takes the secrets out of the environment once they are read: programs that this process starts inherit the rest, and
 * the media worker, which talks to strangers, has no business with them.
 */
export function hideSecrets(environment: NodeJS.ProcessEnv = process.env): void {
  for (const name of SECRETS) {
    Reflect.deleteProperty(environment, name);
  }
}

/** An empty setting counts as absent, as it stands in a copied example file. */
function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}
