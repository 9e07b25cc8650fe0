import { join } from 'node:path';
import { exitWithParent } from '@tapaamo/common';
import {
  ConfigInvalidError,
  DEMO_STAFF_RELYING_PARTY,
  demoStaffSecretFile,
  loadConfig,
} from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { startIdentityProvider } from './start-identity-provider.js';

async function main(): Promise<void> {
  const config = loadConfig();
  if (config.NODE_ENV === 'production') {
    throw new ConfigInvalidError([
      'NODE_ENV: production has no place for the development identity provider; it identifies nobody.',
    ]);
  }
  const logger = new Logger('dev-identity-provider', config.LOG_LEVEL);
  const provider = await startIdentityProvider({
    host: config.HOST,
    port: config.IDENTITY_PROVIDER_PORT,
    issuer: config.OIDC_ISSUER,
    dialect: config.OIDC_DIALECT,
    relyingParty: {
      id: config.OIDC_CLIENT_ID,
      redirectUri: new URL('/api/identification/callback', config.PUBLIC_URL).href,
      keysFile: config.OIDC_KEYS_FILE || join(config.DATA_DIR, 'oidc-keys.json'),
    },
    entityKeyFile: join(config.DATA_DIR, 'identity-provider-entity-key.json'),
    staff: {
      id: DEMO_STAFF_RELYING_PARTY,
      redirectUri: new URL('/api/sign-in/provider/callback', config.PUBLIC_URL).href,
      secretFile: demoStaffSecretFile(config),
    },
    logger,
  });
  exitWithParent(() => provider.close());
  logger.info('process.started', { port: provider.port });
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigInvalidError
      ? error.message
      : `The development identity provider could not start: ${String(error)}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
