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
    const expected = hashSecret('message-receipt', `Bearer ${this.#secretOf('generic')}`);
    const told = hashSecret('message-receipt', authorization ?? '');
    if (!equalInConstantTime(expected, told)) {
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
    const secret = Buffer.from(this.#secretOf('gatewayapi'));
    const verified = await jwtVerify(token ?? '', secret, { algorithms: ['HS256'] }).catch(() => {
      throw new DeniedOrMissingError();
    });
    const receipt = gatewayApiReceiptSchema.safeParse(verified.payload);
    if (!receipt.success) {
      return null;
    }
    const { userref: reference, status } = receipt.data;
    const failure = FINAL.get(status);
    return failure === undefined ? null : { reference, failure };
  }

  #secretOf(gateway: Config['SMS_GATEWAY']): string {
    const { SMS_GATEWAY, SMS_RECEIPT_SECRET } = this.config;
    if (SMS_GATEWAY !== gateway || SMS_RECEIPT_SECRET === '') {
      throw new DeniedOrMissingError();
    }
    return SMS_RECEIPT_SECRET;
  }
}
