import { randomBytes } from 'node:crypto';
import {
  acceptedSchema,
  newPasskeyOptionsSchema,
  passkeyChallengeSchema,
  type Accepted,
} from '@tapaamo/contracts';
import type { Professional } from '@tapaamo/professional';
import { expectAnswer, type ApiAnswer, type ApiClient } from './api-client.js';
import { buildInvited } from './builders/invitation-builder.js';
import { SoftwareAuthenticator, type Misconduct } from './software-authenticator.js';
import type { TestApi } from './start-api.js';
import type { TestOrganisation } from './world.js';

/** Somebody with a passkey, on the device that made it, signed in in one browser. */
export interface PasskeyHolder extends Accepted {
  professional: Professional;
  device: SoftwareAuthenticator;
  client: ApiClient;
}

/** Invites somebody who accepts with a passkey. */
export async function passkeyHolder(api: TestApi, world: TestOrganisation): Promise<PasskeyHolder> {
  const { professional, link: invitation } = await buildInvited(api, world);
  const device = new SoftwareAuthenticator(api.config.PUBLIC_URL);
  // From a network of their own: many are invited here in one minute.
  const client = api.client({ from: `2001:db8:${randomBytes(2).toString('hex')}::1` });
  const offer = await client.post('/api/invitation/passkey', { invitation });
  const passkey = device.create(expectAnswer(offer, 200, newPasskeyOptionsSchema));
  const answer = await client.post('/api/invitation/accept-with-passkey', { invitation, passkey });
  return { ...expectAnswer(answer, 200, acceptedSchema), professional, device, client };
}

/** Lets a device sign in to a browser. */
export async function signInWith(
  device: SoftwareAuthenticator,
  client: ApiClient,
  misconduct: Misconduct = {},
): Promise<ApiAnswer> {
  const offer = await client.post('/api/sign-in/passkey/challenge');
  const challenge = expectAnswer(offer, 200, passkeyChallengeSchema);
  return client.post('/api/sign-in/passkey', device.get(challenge, misconduct));
}
