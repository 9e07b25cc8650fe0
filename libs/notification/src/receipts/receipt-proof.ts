import { Inject, Injectable } from '@nestjs/common';
import { DeniedOrMissingError, equalInConstantTime, hashSecret } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { linkSecretSchema, type MessageFailure } from '@tapaamo/contracts';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Receipt } from './message-receipts.js';

/**
 * What GatewayAPI's final states mean (gatewayapi.com/docs/apis/rest, "States and status codes"). The others are steps on the
 * way, and `ACCEPTED` says of the network that it took the message for the receiver, not that it arrived.
 */
const FINAL: ReadonlyMap<string, MessageFailure | null> = new Map([
  ['DELIVERED', null],
  ['EXPIRED', 'not-reached'],
  ['UNDELIVERABLE', 'number-not-in-use'],
  ['REJECTED', 'provider-refused'],
  ['SKIPPED', 'provider-refused'],
  ['DELETED', 'provider-refused'],
]);

/** What is read of GatewayAPI's receipt. The number in it is not looked at. */
const gatewayApiReceiptSchema = z.object({ userref: linkSecretSchema, status: z.string() });

/** Who may tell what became of a message: the gateway of the settings, by the secret that it shares with us. */
@Injectable()
export class ReceiptProof {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Requires a generic gateway's secret.
   *
   * @param authorization - Header of the request: `Bearer` and the secret.
   * @throws DeniedOrMissingError
   */
  requireGeneric(authorization: string | undefined): void {
    const told = hashSecret('message-receipt', authorization ?? '');
    const isProven = this.#secretsOf('generic').some((secret) =>
      equalInConstantTime(hashSecret('message-receipt', `Bearer ${secret}`), told),
    );
    if (!isProven) {
      throw new DeniedOrMissingError();
    }
  }

  /**
   * Reads GatewayAPI's receipt out of its signature, a JWT (HS256) that holds all of the receipt.
   *
   * @param token - Header `X-Gwapi-Signature`.
   * @returns Null when it tells nothing final, or is no receipt of ours.
   * @throws DeniedOrMissingError when it is not signed with our secret.
   */
  async ofGatewayApi(token: string | undefined): Promise<Receipt | null> {
    const payload = await signedPayload(token ?? '', this.#secretsOf('gatewayapi'));
    const receipt = gatewayApiReceiptSchema.safeParse(payload);
    if (!receipt.success) {
      return null;
    }
    const { userref: reference, status } = receipt.data;
    const failure = FINAL.get(status);
    return failure === undefined ? null : { reference, failure };
  }

  /** The present secret, and the one before it while that is known. */
  #secretsOf(gateway: Config['SMS_GATEWAY']): string[] {
    const { SMS_GATEWAY, SMS_RECEIPT_SECRET, SMS_RECEIPT_SECRET_PREVIOUS } = this.config;
    if (SMS_GATEWAY !== gateway || SMS_RECEIPT_SECRET === '') {
      throw new DeniedOrMissingError();
    }
    return [SMS_RECEIPT_SECRET, SMS_RECEIPT_SECRET_PREVIOUS].filter((secret) => secret !== '');
  }
}

/** What is signed by one of the secrets. @throws DeniedOrMissingError */
async function signedPayload(token: string, secrets: string[]): Promise<unknown> {
  for (const secret of secrets) {
    const verified = await jwtVerify(token, Buffer.from(secret), { algorithms: ['HS256'] }).catch(
      () => null,
    );
    if (verified !== null) {
      return verified.payload;
    }
  }
  throw new DeniedOrMissingError();
}
