import { ConfigInvalidError } from './config.errors.js';
import { configSchema } from './config.schema.js';
import { envExample } from './env-example.js';
import { hideSecrets, loadConfig } from './load-config.js';

const SECRET = 'a secret that must never be printed';
const least = { SESSION_SECRET: SECRET, ACCOUNT_SECRET: SECRET, MEETING_TOKEN_SECRET: SECRET };
const production = {
  ...least,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://tapaamo.example.fi',
  MEETING_PUBLIC_URL: 'https://meeting.example.fi',
  OIDC_ISSUER: 'https://identification.example.fi',
  OIDC_DIALECT: 'ftn-oid',
  OIDC_ACCEPTED_ACR: 'http://ftn.ficora.fi/2017/loa2 http://ftn.ficora.fi/2017/loa3',
  OIDC_KEYS_FILE: '/etc/tapaamo/oidc-keys.json',
  DATA_DIR: '/var/lib/tapaamo',
  KEY_STORE_DIR: '/srv/tapaamo-keys',
  SMTP_URL: 'smtps://mail.example.fi',
  SMS_GATEWAY_URL: 'https://sms.example.fi/send',
  ALERT_ADDRESSES: 'one@example.fi another@example.fi',
};

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalidError) {
      expect(error.message).toContain(error.problems.join('\n  '));
      return error.problems;
    }
    throw error;
  }
}

describe('loadConfig', () => {
  it('needs nothing but the two secrets on a developer’s machine', () => {
    expect(loadConfig(least)).toMatchObject({
      NODE_ENV: 'development',
      API_PORT: 8080,
      DATABASE_POOL_SIZE: 10,
      PUBLIC_URL: 'http://localhost:8080',
      MEETING_ORIGINS: [],
      PURGE_MODE: 'on',
    });
  });

  it('reads numbers, lists and empty settings as they stand in a file', () => {
    const config = loadConfig({
      ...least,
      API_PORT: '9000',
      MEETING_ORIGINS: 'https://a.example, https://b.example',
      PUBLIC_URL: '',
    });
    expect(config.API_PORT).toBe(9000);
    expect(config.MEETING_ORIGINS).toEqual(['https://a.example', 'https://b.example']);
    expect(config.PUBLIC_URL).toBe('http://localhost:8080');
  });

  it('names every missing secret', () => {
    const problems = problemsOf({});
    expect(problems).toHaveLength(3);
    expect(problems.join()).toMatch(/SESSION_SECRET.*ACCOUNT_SECRET.*MEETING_TOKEN_SECRET/);
  });

  it.each([
    ['NODE_ENV', SECRET],
    ['API_PORT', SECRET],
    ['API_PORT', '70000'],
    ['DATABASE_POOL_SIZE', '1'],
    ['DATABASE_DEADLINE_MS', '99'],
    ['PUBLIC_URL', SECRET],
    ['OIDC_ISSUER', SECRET],
    ['SMS_GATEWAY_URL', SECRET],
    ['SMS_GATEWAY_URL', 'ftp://sms.example.fi'],
    ['SMTP_URL', SECRET],
    ['SMTP_URL', 'http://mail.example.fi'],
    ['TRUSTED_PROXIES', '10.0.0.0/0'],
    ['SESSION_SECRET', 'shhh-too-short'],
    ['MEETING_TOKEN_SECRET', 'shhh-too-short'],
    ['SESSION_SECRET_PREVIOUS', 'shhh-too-short'],
    ['MEETING_TOKEN_SECRET_PREVIOUS', 'shhh-too-short'],
    ['TURN_SECRET', 'shhh-too-short'],
    ['TURN_URLS', 'stun:turn.example.fi'],
    ['TURN_URLS', 'https://turn.example.fi'],
    ['PURGE_MODE', 'off'],
    ['MEDIA_WORKERS', '-1'],
    ['OIDC_SERVICE_NAME', 'x'.repeat(41)],
    ['OIDC_SERVICE_NAME_SV', 'x'.repeat(41)],
    ['OIDC_DIALECT', 'telia'],
    ['OIDC_REQUEST_MODE', 'unsigned'],
    ['OIDC_PROVIDER_SIGNED_JWKS_URL', SECRET],
    ['OIDC_EIDAS_ALLOWED', 'perhaps'],
  ])('refuses %s as %j by name and without its value', (name, value) => {
    const problems = problemsOf({ ...least, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
    expect(problems[0]).not.toContain(value);
  });
});

describe('loadConfig in production', () => {
  it('accepts settings that are safe there', () => {
    expect(problemsOf(production)).toEqual([]);
  });

  it.each([
    ['SMTP_URL', 'smtp://mail.example.fi:587?requireTLS=true'],
    ['SMTP_URL', 'smtp://localhost:25'],
    ['SMTP_URL', 'smtp://[::1]:25'],
    ['SMS_GATEWAY_URL', 'http://127.0.0.1:9000/sms'],
    ['KEY_STORE_DIR', '/var/lib/tapaamo-keys'],
    ['KEY_STORE_DIR', '/var/lib/..tapaamo'],
    ['TRUSTED_PROXIES', 'loopback 10.0.0.0/8'],
  ])('accepts %s as %j', (name, value) => {
    expect(problemsOf({ ...production, [name]: value })).toEqual([]);
  });

  it.each([
    ['PUBLIC_URL', 'http://tapaamo.example.fi'],
    ['MEETING_PUBLIC_URL', 'http://meeting.example.fi'],
    ['OIDC_ISSUER', 'http://identification.example.fi'],
    ['OIDC_OUTAGE_URL', 'http://identification.example.fi/maintenance.txt'],
    ['OIDC_ACCEPTED_ACR', 'http://ftn.ficora.fi/2017/loatest2'],
    ['OIDC_ACCEPTED_ACR', 'http://eidas.europa.eu/LoA/low'],
    ['OIDC_ACCEPTED_ACR', 'http://ftn.ficora.fi/2017/loa2 http://ftn.ficora.fi/2017/loatest3'],
    ['OIDC_ACCEPTED_ACR', 'urn:oid:1.2.246.517.3002.110.999'],
    ['OIDC_ACCEPTED_ACR', 'urn:oid:1.2.246.517.3002.110.7'],
    ['OIDC_KEYS_FILE', ''],
    ['OIDC_DIALECT', 'dev'],
    ['OIDC_REQUEST_MODE', 'plain'],
    ['OIDC_PROVIDER_SIGNED_JWKS_URL', 'http://identification.example.fi/keys'],
    ['KEY_STORE_DIR', '/var/lib/tapaamo/keys'],
    ['KEY_STORE_DIR', '/var/lib/tapaamo'],
    ['KEY_STORE_DIR', '/srv/../var/lib/tapaamo/keys'],
    ['SMTP_URL', 'smtp://mail.example.fi'],
    ['SMTP_URL', 'smtp://mail.example.fi?requireTLS=false'],
    ['SMTP_URL', 'smtp://mail.example.fi?requireTLS=true&ignoreTLS=true'],
    ['SMTP_URL', 'smtps://mail.example.fi?tls.rejectUnauthorized=false'],
    ['SMTP_URL', 'smtp://127.0.0.1.example.fi'],
    ['SMTP_URL', 'smtps://mail.example.fi?logger=true&debug=true'],
    ['SMTP_URL', 'smtp://127.0.0.1?logger=true'],
    ['SMS_GATEWAY_URL', 'http://sms.example.fi/send'],
    ['CLOCK_FILE', '/tmp/clock'],
    ['PURGE_MODE', 'dry-run'],
    ['ALERT_ADDRESSES', ''],
    ['ALERT_ADDRESSES', 'one@example.fi'],
    ['ALERT_ADDRESSES', 'one@example.fi One@example.fi'],
  ])('refuses %s as %j', (name, value) => {
    const problems = problemsOf({ ...production, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
    expect(problemsOf({ ...least, [name]: value })).toEqual([]);
  });

  it('wants of relays one that closed networks let through, and the secret that they have', () => {
    const relay = 'turns:turn.example.fi:443?transport=tcp';
    const plain = 'turn:turn.example.fi:3478?transport=udp';
    const relayed = { ...production, TURN_SECRET: SECRET.replaceAll(' ', '-') };
    expect(problemsOf({ ...relayed, TURN_URLS: `${plain} ${relay}` })).toEqual([]);
    expect(problemsOf({ ...relayed, TURN_URLS: plain })).toEqual([
      expect.stringMatching(/^TURN_URLS must/),
    ]);
    expect(problemsOf({ ...least, TURN_URLS: relay })).toEqual([
      'TURN_SECRET must be set where TURN_URLS are.',
    ]);
  });

  it('takes what a provider of no trust network may need', () => {
    const plain = { OIDC_DIALECT: 'generic', OIDC_REQUEST_MODE: 'plain' };
    expect(problemsOf({ ...production, ...plain })).toEqual([]);
  });

  it('needs what OP does not tell, and the key that vouches for ours', () => {
    const op = { ...production, OIDC_DIALECT: 'op-isb' };
    expect(problemsOf(op).map((problem) => problem.split(' ')[0])).toEqual([
      'OIDC_METADATA_FILE',
      'OIDC_ENTITY_KEY_FILE',
    ]);
    const files = { OIDC_METADATA_FILE: '/etc/op.json', OIDC_ENTITY_KEY_FILE: '/etc/entity.json' };
    expect(problemsOf({ ...op, ...files })).toEqual([]);
  });

  it('names everything unsafe at once, without values', () => {
    const problems = problemsOf({
      ...least,
      NODE_ENV: 'production',
      OIDC_REQUEST_MODE: 'plain',
      OIDC_PROVIDER_SIGNED_JWKS_URL: 'http://localhost/keys',
      CLOCK_FILE: '/tmp/my-clock',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PUBLIC_URL',
      'MEETING_PUBLIC_URL',
      'OIDC_ISSUER',
      'OIDC_DIALECT',
      'OIDC_REQUEST_MODE',
      'OIDC_KEYS_FILE',
      'OIDC_PROVIDER_SIGNED_JWKS_URL',
      'OIDC_ACCEPTED_ACR',
      'KEY_STORE_DIR',
      'CLOCK_FILE',
      'ALERT_ADDRESSES',
    ]);
    expect(problems.join()).not.toMatch(/localhost|my-clock|loatest/);
  });
});

describe('the example file of settings', () => {
  it('names every setting with its meaning', () => {
    const text = envExample();
    for (const [name, schema] of Object.entries(configSchema.shape)) {
      expect(text).toContain(`\n${name}=`);
      expect(schema.description).toMatch(/^[A-Z"].*\.$/);
    }
  });
});

describe('secrets', () => {
  it('are taken out of the environment, and nothing else is', () => {
    const environment = {
      DATABASE_URL: 'a',
      KEY_DATABASE_URL: 'a',
      KEY_DATABASE_OWNER_URL: 'a',
      SESSION_SECRET: 'b',
      ACCOUNT_SECRET: 'b',
      MEETING_TOKEN_SECRET: 'c',
      SMTP_URL: 'd',
      SMS_GATEWAY_TOKEN: 'e',
      PATH: '/bin',
    };
    hideSecrets(environment);
    expect(environment).toEqual({ PATH: '/bin' });
  });

  it('needs a server of its own for the keys of visits in production', () => {
    const same = {
      DATABASE_URL: 'postgres://a@db.example/tapaamo',
      KEY_DATABASE_URL: 'postgres://b@db.example:5432/keys',
      KEY_DATABASE_OWNER_URL: 'postgres://b@db.example:5432/keys',
    };
    expect(loadConfig({ ...least, ...same }).KEY_DATABASE_URL).toBe(same.KEY_DATABASE_URL);
    expect(problemsOf({ ...production, ...same })).toEqual([
      expect.stringMatching(/^KEY_DATABASE_URL must name another server/),
      expect.stringMatching(/^KEY_DATABASE_OWNER_URL must name another server/),
    ]);
    const own = 'postgres://b@db.example:5433/keys';
    const apart = { ...same, KEY_DATABASE_URL: own, KEY_DATABASE_OWNER_URL: own };
    expect(problemsOf({ ...production, ...apart })).toEqual([]);
    const here = { ...apart, DATABASE_URL: 'postgres://a@localhost/tapaamo' };
    const loopback = { ...here, KEY_DATABASE_URL: 'postgres://b@127.0.0.1/keys' };
    expect(problemsOf({ ...production, ...loopback })).toHaveLength(1);
  });

  it.each([
    ['transit', 'http://bao.example:8200/v1/transit'],
    ['kms', 'http://kms.example'],
  ])('needs what opens a key store of the kind %s, sealed in production', (kind, url) => {
    const store = {
      KEY_STORE: kind,
      KEY_STORE_URL: url,
      KEY_STORE_TOKEN_FILE: '/run/token',
      KEY_STORE_REGION: 'eu-north-1',
    };
    const sealed = { ...store, KEY_STORE_URL: url.replace('http', 'https') };
    expect(loadConfig({ ...least, ...store }).KEY_STORE).toBe(kind);
    expect(loadConfig({ ...production, ...sealed }).KEY_STORE).toBe(kind);
    expect(() => loadConfig({ ...production, ...store })).toThrow('KEY_STORE_URL must begin');
    const needed = ['KEY_STORE_URL', 'KEY_STORE_TOKEN_FILE', 'KEY_STORE_REGION'];
    for (const missing of kind === 'kms' ? needed : needed.slice(0, 2)) {
      expect(() => loadConfig({ ...least, ...store, [missing]: '' })).toThrow(missing);
    }
  });

  it('writes escrow for somebody, for 1 to 30 days, and not of an engine that has its own', () => {
    const escrow = { KEY_ESCROW_DIR: '/srv/escrow', KEY_ESCROW_RECIPIENTS_FILE: '/etc/recipients' };
    expect(loadConfig({ ...production, ...escrow })).toMatchObject({ KEY_ESCROW_DAYS: 7 });
    expect(loadConfig(production)).toMatchObject({ KEY_ESCROW_DIR: '' });
    for (const days of ['1', '30']) {
      const config = loadConfig({ ...production, ...escrow, KEY_ESCROW_DAYS: days });
      expect(String(config.KEY_ESCROW_DAYS)).toBe(days);
    }
    for (const days of ['0', '31', '1.5', 'a week']) {
      const load = () => loadConfig({ ...production, ...escrow, KEY_ESCROW_DAYS: days });
      expect(load).toThrow('KEY_ESCROW_DAYS');
    }
    expect(() => loadConfig({ ...production, ...escrow, KEY_ESCROW_RECIPIENTS_FILE: '' })).toThrow(
      'KEY_ESCROW_RECIPIENTS_FILE must be set',
    );
    const transit = {
      KEY_STORE: 'transit',
      KEY_STORE_URL: 'https://bao.example:8200/v1/transit',
      KEY_STORE_TOKEN_FILE: '/run/token',
    };
    expect(() => loadConfig({ ...production, ...escrow, ...transit })).toThrow(
      'KEY_ESCROW_DIR must be empty',
    );
  });

  it('lets only a store without a folder of its own say nothing of one outside DATA_DIR', () => {
    const store = {
      KEY_STORE_URL: 'https://keys.example',
      KEY_STORE_TOKEN_FILE: '/run/token',
      KEY_STORE_REGION: 'eu-north-1',
      KEY_STORE_DIR: '/var/lib/tapaamo/keys',
    };
    expect(loadConfig({ ...production, ...store, KEY_STORE: 'transit' }).KEY_STORE).toBe('transit');
    for (const kind of ['file', 'kms']) {
      expect(() => loadConfig({ ...production, ...store, KEY_STORE: kind })).toThrow('DATA_DIR');
    }
  });
});
