import { SystemClock, type Randomness } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import { NoRepresentationCheck } from './no-representation-check.js';
import type { RepresentationCheck } from './representation-check.js';
import { SuomifiRepresentationCheck } from './suomifi-representation-check.js';

/** Path of the return below PUBLIC_URL; registered at the service, so it never changes. */
export const REPRESENTATION_RETURN_PATH = '/api/identification/representation';

/** The check that the settings ask for; none unless an operator named one. */
export function representationCheckOf(config: Config, randomness: Randomness): RepresentationCheck {
  if (config.REPRESENTATION_URL === '') {
    return new NoRepresentationCheck();
  }
  return new SuomifiRepresentationCheck(
    {
      baseUrl: config.REPRESENTATION_URL,
      clientId: config.REPRESENTATION_CLIENT_ID,
      apiKey: config.REPRESENTATION_API_KEY,
      oauthSecret: config.REPRESENTATION_OAUTH_SECRET,
      redirectUri: new URL(REPRESENTATION_RETURN_PATH, config.PUBLIC_URL).href,
    },
    // The service holds the instants of our questions against its own clock.
    new SystemClock(),
    randomness,
  );
}
