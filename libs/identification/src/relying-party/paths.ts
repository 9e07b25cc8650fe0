/** Path of the redirect URI below PUBLIC_URL; registered at the identity provider, so it never changes. */
export const IDENTIFICATION_CALLBACK_PATH = '/api/identification/callback';

/** Path of our signed key set below PUBLIC_URL; the entity statement names it. */
export const SIGNED_KEYS_PATH = '/api/identification/signed-jwks.jwt';
