import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { createTransport, type Transporter } from 'nodemailer';
import type { OutgoingMessage } from './message.js';

/** Port to the organisation's mail server. */
export abstract class MailSender {
  /** @throws Error when the server did not take the message; its text is never logged. */
  abstract send(message: OutgoingMessage): Promise<void>;
}

/** Mail by SMTP. */
@Injectable()
export class SmtpMailSender extends MailSender {
  readonly #transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
    this.#transport = createTransport({
      url: config.SMTP_URL,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  override async send({ id, to, sender, subject, text }: OutgoingMessage): Promise<void> {
    const { MAIL_FROM } = this.config;
    await this.#transport.sendMail({
      from: sender === null ? MAIL_FROM : { name: sender, address: addressOf(MAIL_FROM) },
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@tapaamo>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }
}

/** The address in `Name <address>`. */
function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}
