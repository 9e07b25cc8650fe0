import type { Conduct } from '../conduct/conduct.js';
import { LEVELS } from '../protocol.js';

/** Where the provider's signed key set is, in Telia's way. */
export const SIGNED_KEYS_PATH = '/openid_provider/signed_jwks.jwt';

/** What the provider tells of itself (OpenID Connect Discovery 1.0, section 3), in the dialect that is spoken. */
export function providerMetadata(issuer: string, conduct: Conduct): Record<string, unknown> {
  const { dialect, requestMode } = conduct;
  const at = (path: string): string => issuer + path;
  return {
    issuer,
    authorization_endpoint: at('/auth'),
    token_endpoint: at('/token'),
    pushed_authorization_request_endpoint: at('/request'),
    end_session_endpoint: at('/session/end'),
    jwks_uri: at('/jwks'),
    signed_jwks_uri: at(SIGNED_KEYS_PATH),
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    scopes_supported: dialect.scopes,
    acr_values_supported: [LEVELS.substantial, LEVELS.high],
    claims_supported: ['sub', 'acr', 'auth_time', ...Object.values<string>({ ...dialect.claims })],
    claims_parameter_supported: false,
    ui_locales_supported: ['fi', 'sv', 'en'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    id_token_signing_alg_values_supported: ['RS256'],
    id_token_encryption_alg_values_supported: ['RSA-OAEP', 'RSA-OAEP-256'],
    id_token_encryption_enc_values_supported: ['A128CBC-HS256', 'A128GCM', 'A256GCM'],
    request_parameter_supported: true,
    request_uri_parameter_supported: false,
    request_object_signing_alg_values_supported: ['RS256'],
    require_signed_request_object: requestMode === 'jar',
    require_pushed_authorization_requests: requestMode === 'par',
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
  };
}
