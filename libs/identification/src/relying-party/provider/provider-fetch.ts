import { IdentityProviderUnavailableError } from '../../identification.errors.js';

/** Largest answer of the identity provider that is read, in bytes; key sets and tokens are a tenth of it. */
const ANSWER_MAX_BYTES = 256 * 1024;

/** Status from which on the provider has a fault of its own (RFC 9110 section 15.6). */
const SERVER_ERROR = 500;

const TOO_MANY_REQUESTS = 429;

/**
 * `fetch` for everything that is asked of the identity provider: follows no redirect, reads a limited answer whole
 * within the caller's deadline, and tells an outage from a refusal.
 *
 * @param init.signal - Deadline of the request and its answer.
 * @throws IdentityProviderUnavailableError (`identification.provider-unavailable`) when there is no usable answer.
 */
export async function providerFetch(url: string, init: RequestInit): Promise<Response> {
  const { response, body } = await answerOf(url, { ...init, redirect: 'manual' }).catch(
    (error: unknown) => {
      throw error instanceof IdentityProviderUnavailableError
        ? error
        : new IdentityProviderUnavailableError(networkCodeOf(error));
    },
  );
  if (response.status >= SERVER_ERROR || response.status === TOO_MANY_REQUESTS) {
    throw new IdentityProviderUnavailableError(`http-${String(response.status)}`);
  }
  const { status, headers } = response;
  return new Response(body, { status, headers });
}

async function answerOf(
  url: string,
  init: RequestInit,
): Promise<{ response: Response; body: Uint8Array<ArrayBuffer> | null }> {
  const response = await fetch(url, init);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const parts: AsyncIterable<Uint8Array> | Uint8Array[] = response.body ?? [];
  for await (const chunk of parts) {
    size += chunk.byteLength;
    if (size > ANSWER_MAX_BYTES) {
      throw new IdentityProviderUnavailableError('answer-too-large');
    }
    chunks.push(chunk);
  }
  return { response, body: size === 0 ? null : new Uint8Array(Buffer.concat(chunks)) };
}

/** Code of a failed connection, such as `ECONNREFUSED`, or the deadline's `TimeoutError`. */
function networkCodeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : (name ?? 'network');
}
