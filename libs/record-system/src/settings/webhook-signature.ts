import { createHmac } from 'node:crypto';
import type { Randomness } from '@tapaamo/common';

const SECRET = 'whsec_';
/** 24 to 64 bytes (Standard Webhooks, "Signature scheme"). */
const SECRET_BYTES = 32;

/** A fresh secret as it is handed over: `whsec_` and base64. */
export function newWebhookSecret(randomness: Randomness): string {
  return SECRET + randomness.bytes(SECRET_BYTES).toString('base64');
}

/**
 * Headers of a webhook (Standard Webhooks 1.0): receivers know a repetition by the id, an old one by the time, and a
 * forged one by the signature.
 *
 * @param secrets - While a secret is replaced the former signs as well.
 * @param at - Seconds since 1970.
 */
export function webhookHeaders(
  { id, at, body }: { id: string; at: number; body: string },
  secrets: readonly string[],
): Record<string, string> {
  const signed = `${id}.${String(at)}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': signatures.join(' '),
  };
}
