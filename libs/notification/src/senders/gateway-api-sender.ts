import type { Config } from '@tapaamo/config';
import { textMessageLength, type MessageFailure } from '@tapaamo/contracts';
import { z } from 'zod';
import { GatewayRequests, refusalByStatus } from './gateway-requests.js';
import type { OutgoingMessage } from './message.js';
import { SmsSender } from './sms-sender.js';

/** Name that messages come from where the organisation has none: the API asks for one. */
const NEUTRAL_SENDER = 'Tapaaminen';

/** A validity is given within these, in seconds: what networks do with others differs. */
const VALIDITY_SECONDS = { shortest: 60, longest: 172_800 } as const;

/**
 * Refusals that are about the receiver (gatewayapi.com/docs/error-codes): on the list of those who want no messages, for a
 * while or for good, and a country that the account does not send to.
 */
const ABOUT_THE_RECEIVER: readonly string[] = ['0x0214', '0x0215', '0x0217'];

const errorSchema = z.object({ code: z.string() });

/**
 * Text messages by GatewayAPI (Denmark, EU platform gatewayapi.eu): `POST /rest/mtsms` (gatewayapi.com/docs/apis/rest). The
 * receipts come to `MESSAGE_RECEIPTS_PATH/gatewayapi`, as the account's webhook has it. The API knows no idempotency key:
 * what was taken when we did not hear so is sent twice, with one reference.
 */
export class GatewayApiSmsSender extends SmsSender {
  readonly #gateway: GatewayRequests;

  constructor(
    private readonly config: Config,
    gateway = new GatewayRequests(config),
  ) {
    super();
    this.#gateway = gateway;
  }

  override async send({
    to,
    sender,
    text,
    reference,
    validSeconds,
  }: OutgoingMessage): Promise<void> {
    const { alphabet } = textMessageLength(text);
    await this.#gateway.post({
      headers: { authorization: `Token ${this.config.SMS_GATEWAY_TOKEN}` },
      body: {
        sender: sender ?? NEUTRAL_SENDER,
        message: text,
        ...(alphabet === 'ucs2' ? { encoding: 'UCS2' } : {}),
        ...(validSeconds === undefined ? {} : { validity_period: validity(validSeconds) }),
        recipients: [{ msisdn: to.replace(/^\+/, '') }],
        ...(reference === undefined ? {} : { userref: reference }),
      },
      refusal: refusalByCode,
    });
  }
}

/** The status says little here: no credit left and a receiver who wants no messages are both 403. */
function refusalByCode(status: number, text: string): MessageFailure | null {
  const answer = errorSchema.safeParse(parsed(text));
  const isReceiver = answer.success && ABOUT_THE_RECEIVER.includes(answer.data.code);
  return isReceiver ? 'address-refused' : refusalByStatus(status);
}

function validity(seconds: number): number {
  return Math.min(Math.max(seconds, VALIDITY_SECONDS.shortest), VALIDITY_SECONDS.longest);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
