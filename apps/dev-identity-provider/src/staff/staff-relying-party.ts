import { readFile } from 'node:fs/promises';
import type { FindRelyingParty } from '../memory-storage.js';

/** The one relying party of the staff's provider. */
export interface StaffRelyingPartyRegistration {
  id: string;
  redirectUri: string;
  /** File with the secret; may not exist yet when the provider starts. */
  secretFile: string;
}

/** Looks the relying party up. Its secret is read at every use, so the processes may start in any order. */
export function staffRelyingPartyFrom(
  registration: StaffRelyingPartyRegistration,
): FindRelyingParty {
  const { id: knownId, redirectUri, secretFile } = registration;
  return async (id) => {
    const secret = id === knownId ? await readFile(secretFile, 'utf8').catch(() => '') : '';
    return secret === ''
      ? undefined
      : {
          client_id: id,
          client_secret: secret,
          redirect_uris: [redirectUri],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          scope: 'openid email profile',
          subject_type: 'public',
          token_endpoint_auth_method: 'client_secret_post',
          id_token_signed_response_alg: 'RS256',
        };
  };
}
