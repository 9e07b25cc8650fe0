import type { Config } from '@tapaamo/config';
import { z } from 'zod';

/** The provider's metadata, as far as they are used (OpenID Connect Discovery 3, RFC 9126 section 5). */
export interface StaticMetadata {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri?: string | undefined;
  pushed_authorization_request_endpoint?: string | undefined;
  end_session_endpoint?: string | undefined;
  authorization_response_iss_parameter_supported?: boolean | undefined;
}

/**
 * Form of the metadata file of a provider that publishes none: of the configured issuer, every address sealed unless the
 * issuer itself is not (a developer's machine), and whatever the other settings need of it.
 */
export function staticMetadataSchema(config: Config): z.ZodType<StaticMetadata> {
  const isPlainAllowed = config.OIDC_ISSUER.startsWith('http:');
  const address = z
    .url('must be an address')
    .refine((text) => isPlainAllowed || text.startsWith('https:'), 'must begin with https');
  const needed = (isNeeded: boolean) => (isNeeded ? address : address.optional());
  return z.object({
    issuer: z.literal(config.OIDC_ISSUER, 'must be OIDC_ISSUER'),
    authorization_endpoint: address,
    token_endpoint: address,
    jwks_uri: needed(
      config.OIDC_PROVIDER_JWKS_FILE === '' && config.OIDC_PROVIDER_SIGNED_JWKS_URL === '',
    ),
    pushed_authorization_request_endpoint: needed(config.OIDC_REQUEST_MODE === 'par'),
    end_session_endpoint: address.optional(),
    authorization_response_iss_parameter_supported: z.boolean().optional(),
  });
}
