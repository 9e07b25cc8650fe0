import { hashSecret } from '@tapaamo/common';

/**
 * Hash under which the provider's own session with a person is kept: enough to recognise it when the provider tells that
 * it ended, and good for nothing else.
 *
 * @param issuer - A provider names its sessions as it likes: only with its own name is the name of one unique.
 * @param sessionId - Claim `sid` (OpenID Connect Front-Channel Logout 1.0), or Telia's and suomi.fi's `session_index`.
 */
export function providerSessionHash(issuer: string, sessionId: string): Buffer {
  return hashSecret('provider-session', JSON.stringify([issuer, sessionId]));
}
