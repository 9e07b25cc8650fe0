import type { Config } from '@tapaamo/config';
import type { OutgoingMessage } from './message.js';
import { GatewayRequests } from './gateway-requests.js';

/** Port to the organisation's operator of text messages. */
export abstract class SmsSender {
  /** @throws NotTakenError when the operator did not take the message; its text is never logged. */
  abstract send(message: OutgoingMessage): Promise<void>;
}

/**
 * Text messages by a generic HTTP gateway: POST {"id","to","text","validSeconds"}, "from", the name of the sender, where
 * there is one, and "reference", by which the gateway may tell what became of the message; 2xx means taken (infra/README.md).
 */
export class HttpSmsSender extends SmsSender {
  readonly #gateway: GatewayRequests;

  constructor(
    private readonly config: Config,
    gateway = new GatewayRequests(config),
  ) {
    super();
    this.#gateway = gateway;
  }

  override async send({
    id,
    to,
    sender,
    text,
    reference,
    validSeconds,
  }: OutgoingMessage): Promise<void> {
    const { SMS_GATEWAY_TOKEN } = this.config;
    await this.#gateway.post({
      headers: {
        'idempotency-key': id,
        ...(SMS_GATEWAY_TOKEN === '' ? {} : { authorization: `Bearer ${SMS_GATEWAY_TOKEN}` }),
      },
      body: {
        id,
        to,
        text,
        ...(validSeconds === undefined ? {} : { validSeconds }),
        ...(sender === null ? {} : { from: sender }),
        ...(reference === undefined ? {} : { reference }),
      },
    });
  }
}
