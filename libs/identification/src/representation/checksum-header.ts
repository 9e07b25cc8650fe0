import { createHmac } from 'node:crypto';

/** Header by which Suomi.fi e-Authorizations knows the service that asks. */
export const CHECKSUM_HEADER = 'X-AsiointivaltuudetAuthorization';

/**
 * Value of the header for one request: who asks, when, and an HMAC-SHA-256 of both path and time, in base64 (DVV, "Web API
 * and selection interface"). The service takes it for five minutes.
 *
 * @param request.pathAndQuery - Path with its query exactly as it is asked for.
 * @param request.time - Present instant; written as ISO 8601.
 */
export function checksumHeader(
  key: { clientId: string; apiKey: string },
  request: { pathAndQuery: string; time: string },
): string {
  const { pathAndQuery, time } = request;
  const checksum = createHmac('sha256', key.apiKey).update(`${pathAndQuery} ${time}`);
  return `${key.clientId} ${time} ${checksum.digest('base64')}`;
}
