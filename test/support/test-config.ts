import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '@tapaamo/config';

/** Nobody listens on it: what a test did not replace fails at once and reaches no real service. */
const NOWHERE = '127.0.0.1:9';

/**
 * A complete configuration for tests. Folders do not exist until something is written to them.
 *
 * @param overrides - What differs from the usual.
 */
export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    ...loadConfig({
      NODE_ENV: 'test',
      DATA_DIR: join(tmpdir(), 'tapaamo-test-nowhere'),
      KEY_STORE_DIR: join(tmpdir(), 'tapaamo-test-nowhere', 'keys'),
      SESSION_SECRET: 'a session secret of a test, 32+ characters',
      ACCOUNT_SECRET: 'an account secret of a test, 32+ characters',
      MEETING_TOKEN_SECRET: 'a meeting secret of a test, 32+ characters',
      OIDC_ISSUER: `http://${NOWHERE}`,
      SMTP_URL: `smtp://${NOWHERE}`,
      SMS_GATEWAY_URL: `http://${NOWHERE}/sms`,
      DATABASE_POOL_SIZE: '8',
    }),
    ...overrides,
  };
}

/** A folder of a test's own. */
export interface TemporaryFolder {
  path: string;
  remove(): void;
}

/** @returns A new folder; `remove()` takes it away with all that is in it. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'tapaamo-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
