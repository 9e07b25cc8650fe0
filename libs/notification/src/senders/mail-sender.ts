import { Inject, Injectable } from '@nestjs/common';
import { withDeadline } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { createTransport, type Transporter } from 'nodemailer';
import { CALENDAR_FILE, calendarText, type CalendarEntry } from '../calendar/calendar-entry.js';
import { addressOf } from './address-of.js';
import type { OutgoingMessage } from './message.js';
import { NotTakenError } from './not-taken.error.js';

/** Longest time for one mail in all: a server that answers a letter at a time never falls silent. */
const LONGEST_MS = 40_000;

/** Port to the organisation's mail server. */
export abstract class MailSender {
  /** @throws NotTakenError when the server did not take the message; its text is never logged. */
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
    const sending = this.#transport.sendMail({
      from: sender === null ? MAIL_FROM : { name: sender, address: addressOf(MAIL_FROM) },
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@tapaamo>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(calendar === undefined ? {} : this.#calendarPart(calendar, to)),
    });
    await withDeadline(sending, LONGEST_MS).catch((error: unknown) => {
      throw refusalOf(error);
    });
  }

  /** Beside the text for programs that take it up themselves, and as a file for the others. */
  #calendarPart(entry: CalendarEntry, receiver: string) {
    const organizer = addressOf(this.config.MAIL_FROM);
    const content = calendarText(entry, { organizer, receiver });
    return { icalEvent: { method: entry.method, filename: CALENDAR_FILE, content } };
  }
}

/** What nodemailer tells of a server's refusal. */
interface SmtpFailure {
  code?: unknown;
  /** The command that was refused. */
  command?: unknown;
  responseCode?: unknown;
}

/**
 * 5yz is for good, 4yz for now (RFC 5321, 4.2.1). A refusal of the receiver or of the text is about this mail; one of the
 * sender, the sign-in or the connection is about us, and the mail waits until it is mended.
 */
function refusalOf(error: unknown): NotTakenError {
  const { code, command, responseCode } = error as SmtpFailure;
  const isFinal = typeof responseCode === 'number' && responseCode >= 500;
  const isNoAddress = code === 'EENVELOPE' && command === 'API';
  if (isNoAddress || (command === 'RCPT TO' && isFinal)) {
    return new NotTakenError('address-refused', true);
  }
  return command === 'DATA' && isFinal
    ? new NotTakenError('provider-refused', true)
    : new NotTakenError('provider-unavailable', false);
}
