import { jest } from '@jest/globals';
import { loadConfig } from '@tapaamo/config';
import type { Logger } from '@tapaamo/logging';
import {
  IdentificationCancelledError,
  IdentityProviderUnavailableError,
} from '../identification.errors.js';
import type { OpenidConfiguration } from './openid-configuration.js';
import type { ProtocolClock } from './protocol-clock.js';
import type { ProviderMetadata } from './provider/provider-metadata.js';
import { RelyingParty } from './relying-party.js';
import type { RelyingPartyKeys } from './relying-party-keys.js';

const secret = 'x'.repeat(32);
const config = loadConfig({
  SESSION_SECRET: secret,
  ACCOUNT_SECRET: secret,
  MEETING_TOKEN_SECRET: secret,
});

it.each([
  ['a person turned back', new IdentificationCancelledError(), 0],
  ['it was not reached', new IdentityProviderUnavailableError('ECONNREFUSED'), 1],
])('what is known of the provider when %s is forgotten %#', async (_case, failure, times) => {
  const forget = jest.fn();
  const relyingParty = new RelyingParty(
    config,
    {} as RelyingPartyKeys,
    { forget } as unknown as ProviderMetadata,
    { forOneUse: () => Promise.reject(failure) } as unknown as OpenidConfiguration,
    {} as ProtocolClock,
    {} as Logger,
  );
  const secrets = { state: 'state', nonce: 'nonce', verifier: 'verifier' };
  await expect(relyingParty.exchange('?code=a', secrets, 0)).rejects.toBe(failure);
  expect(forget).toHaveBeenCalledTimes(times);
});
