import type { Logger } from '@tapaamo/logging';
import type { JWK } from 'jose';
import { Conduct } from './conduct/conduct.js';
import type { DialectName } from './conduct/dialects.js';
import { CONTROL_PATH } from './control/control-page.js';
import { ControlRoutes } from './control/control-routes.js';
import { handlerBelow, pathOf, providerHandler, type Handler } from './handlers.js';
import { KeyRing } from './keys/key-ring.js';
import { LoginRoutes } from './login-routes.js';
import { OutageNotice } from './outage/outage-notice.js';
import { SignIns } from './persons/sign-ins.js';
import { newProvider } from './provider.js';
import { PublishedRoutes } from './published/published-routes.js';
import { relyingPartyFrom, signOutUriOf, type RelyingPartyRegistration } from './relying-party.js';
import { Detours } from './returns/detours.js';
import { finishAnswers } from './returns/finish-answers.js';
import { failTokenEndpoint } from './returns/token-faults.js';
import { IdTokens } from './tokens/id-tokens.js';
import { MandateRoutes, MANDATES_PATH } from './valtuudet/mandate-routes.js';
import { LastRequests } from './watch/last-requests.js';
import { watchRequests } from './watch/watch-requests.js';

/** What the provider of clients needs to know. */
export interface ClientProviderOptions {
  dialect: DialectName;
  relyingParty: RelyingPartyRegistration;
  /** Vouches for the signing keys. */
  entityKey: JWK & { kid: string };
  signingKey: JWK & { kid: string };
  logger: Logger;
}

/** Puts the provider of clients together. @returns What takes its requests, in the order of asking. */
export function clientHandlers(issuer: string, options: ClientProviderOptions): Handler[] {
  const { relyingParty, signingKey, entityKey } = options;
  const conduct = new Conduct(options.dialect);
  const keyRing = new KeyRing(signingKey);
  const [signIns, detours, last, notice] = [
    new SignIns(),
    new Detours(),
    new LastRequests(),
    new OutageNotice(),
  ];
  const findRelyingParty = relyingPartyFrom(relyingParty, conduct);
  const provider = newProvider({ issuer, conduct, signingKey, findRelyingParty, signIns });
  const idTokens = new IdTokens(conduct, keyRing, signIns, findRelyingParty);
  watchRequests(provider, last);
  finishAnswers(provider, { conduct, idTokens, detours, last });
  provider.on('server_error', (_ctx, error) =>
    options.logger.error('identity-provider.failed', {}, error),
  );
  const published = new PublishedRoutes({
    ...{ issuer, entityKey, keyRing, conduct, notice },
    relyingPartyId: relyingParty.id,
  });
  const control = new ControlRoutes({
    ...{ issuer, conduct, keyRing, notice, signIns, last, entityKey },
    signOutUri: signOutUriOf(relyingParty),
  });
  const protocol = providerHandler(
    '',
    provider,
    new LoginRoutes(provider, signIns, conduct, detours),
  );
  const mandates = new MandateRoutes({
    clientId: relyingParty.id,
    returnOrigin: new URL(relyingParty.redirectUri).origin,
  });
  return [
    handlerBelow(MANDATES_PATH, (request, response) => mandates.handle(request, response)),
    handlerBelow(CONTROL_PATH, (request, response) => control.handle(request, response)),
    (request, response) => published.handle(request, response),
    failing(conduct, protocol),
    protocol,
  ];
}

/** Takes requests to the token endpoint and lets them fail as the control page asks. */
function failing(conduct: Conduct, goOn: Handler): Handler {
  return (request, response) => {
    if (pathOf(request) !== '/token') {
      return false;
    }
    failTokenEndpoint(conduct, response, () => goOn(request, response));
    return true;
  };
}
