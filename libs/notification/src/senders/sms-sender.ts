import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { OutgoingMessage } from './message.js';

/** Port to the organisation's operator of text messages. */
export abstract class SmsSender {
  /** @throws Error when the operator did not take the message; its text is never logged. */
  abstract send(message: OutgoingMessage): Promise<void>;
}

/** Text messages by a generic HTTP gateway: POST {"id","to","text"} and "from", the name of
 * the sender, where there is one; 2xx means taken. Redirects are not followed. */
@Injectable()
export class HttpSmsSender extends SmsSender {
  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
  }

  override async send({ id, to, sender, text }: OutgoingMessage): Promise<void> {
    const response = await fetch(this.config.SMS_GATEWAY_URL, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(this.config.SMS_GATEWAY_TOKEN === ''
          ? {}
          : { authorization: `Bearer ${this.config.SMS_GATEWAY_TOKEN}` }),
      },
      body: JSON.stringify({ id, to, text, ...(sender === null ? {} : { from: sender }) }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    if (!response.ok) {
      throw new Error(`The SMS gateway answered ${String(response.status)}.`);
    }
  }
}
