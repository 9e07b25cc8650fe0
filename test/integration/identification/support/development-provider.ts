import { join } from 'node:path';
import type { OidcDialect } from '@tapaamo/config';
import {
  startIdentityProvider,
  type RunningIdentityProvider,
} from '../../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { capturedLog } from '../../../support/captured-log.js';
import { PUBLIC_URL } from './harness.js';

/**
 * The development identity provider on a free port, for the relying party whose keys come to be in a folder.
 *
 * @param dialect - How it speaks, if not as on a developer's machine.
 */
export function startDevelopmentProvider(
  dataDir: string,
  dialect: OidcDialect = 'dev',
): Promise<RunningIdentityProvider> {
  return startIdentityProvider({
    host: '127.0.0.1',
    port: 0,
    dialect,
    relyingParty: {
      id: 'tapaamo',
      redirectUri: `${PUBLIC_URL}/api/identification/callback`,
      keysFile: join(dataDir, 'oidc-keys.json'),
    },
    logger: capturedLog('dev-identity-provider').logger,
  });
}
