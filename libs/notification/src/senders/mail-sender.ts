import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { createTransport, type Transporter } from 'nodemailer';
import { CALENDAR_FILE, calendarText, type CalendarEntry } from '../calendar/calendar-entry.js';
import { addressOf } from './address-of.js';
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

  override async send({ id, to, sender, subject, text, calendar }: OutgoingMessage): Promise<void> {
    const { MAIL_FROM } = this.config;
    await this.#transport.sendMail({
      from: sender === null ? MAIL_FROM : { name: sender, address: addressOf(MAIL_FROM) },
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@tapaamo>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(calendar === undefined ? {} : this.#calendarPart(calendar, to)),
    });
  }

  /** Beside the text for programs that take it up themselves, and as a file for the others. */
  #calendarPart(entry: CalendarEntry, receiver: string) {
    const organizer = addressOf(this.config.MAIL_FROM);
    const content = calendarText(entry, { organizer, receiver });
    return { icalEvent: { method: entry.method, filename: CALENDAR_FILE, content } };
  }
}
