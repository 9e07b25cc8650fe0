import { readFile } from 'node:fs/promises';
import type { AdapterPayload } from 'oidc-provider';
import { z } from 'zod';
import type { Conduct } from './conduct/conduct.js';
import type { FindRelyingParty } from './memory-storage.js';
import { SCOPES } from './protocol.js';

/** Public members of an RSA key; anything else in the file is dropped on reading. */
const publicKeySchema = z.object({
  kty: z.literal('RSA'),
  use: z.enum(['sig', 'enc']),
  kid: z.string(),
  alg: z.string().optional(),
  n: z.string(),
  e: z.string(),
});
const keysSchema = z.object({ keys: z.array(publicKeySchema) });

/** Where the relying party hears, in a hidden frame, that somebody signed out elsewhere. */
const SIGN_OUT_PATH = '/api/identification/sign-out';

/** Where the relying party has people come back to who signed out here. */
const SIGNED_OUT_PATH = '/v/signed-out';

/** The one relying party of this provider. */
export interface RelyingPartyRegistration {
  id: string;
  redirectUri: string;
  /** JWK set of the relying party; may not exist yet when the provider starts. */
  keysFile: string;
}

/**
 * Looks the relying party up as the trust network registers it. Its keys are read from its file at every use, so the two
 * processes may start in either order; before the file exists the relying party is not known.
 */
export function relyingPartyFrom(
  registration: RelyingPartyRegistration,
  conduct: Conduct,
): FindRelyingParty {
  return async (id) => {
    const keys = id === registration.id ? await publicKeysIn(registration.keysFile) : undefined;
    return keys === undefined ? undefined : registered(registration, keys, conduct);
  };
}

/** Address of a relying party that is loaded in a hidden frame when somebody signs out elsewhere. */
export function signOutUriOf({ redirectUri }: RelyingPartyRegistration): string {
  return new URL(SIGN_OUT_PATH, redirectUri).href;
}

async function publicKeysIn(file: string): Promise<z.output<typeof publicKeySchema>[] | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const { keys } = keysSchema.parse(JSON.parse(text));
  const signing = keys.filter((key) => key.use === 'sig');
  // A second encryption key is the relying party's old or coming one and not published.
  return [...signing, ...keys.filter((key) => key.use === 'enc').slice(0, 1)];
}

function registered(
  { id, redirectUri }: RelyingPartyRegistration,
  keys: z.output<typeof publicKeySchema>[],
  { requestMode }: Conduct,
): AdapterPayload {
  return {
    client_id: id,
    redirect_uris: [redirectUri],
    post_logout_redirect_uris: [new URL(SIGNED_OUT_PATH, redirectUri).href],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    scope: SCOPES.join(' '),
    subject_type: 'public',
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    require_signed_request_object: requestMode === 'jar',
    require_pushed_authorization_requests: requestMode === 'par',
    request_object_signing_alg: 'RS256',
    id_token_signed_response_alg: 'RS256',
    jwks: { keys },
  };
}
