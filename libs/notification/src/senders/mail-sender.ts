import { Inject, Injectable } from '@nestjs/common';
import { withDeadline } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { MessageFailure } from '@tapaamo/contracts';
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
  code?: string;
  /** The command that was refused. */
  command?: string;
  response?: string;
  responseCode?: number;
}

/** Commands whose refusal is about the one mail: its receiver, or its text. */
const OF_THIS_MAIL: ReadonlyMap<string, MessageFailure> = new Map([
  ['RCPT TO', 'address-refused'],
  ['DATA', 'provider-refused'],
]);

/** A refusal by rule, such as "relay access denied" (RFC 3463, 3.8): the server does not want us, whoever the receiver is. */
const BY_RULE = /^\d{3}[ -]\d\.7\./;

/**
 * 5yz is for good, 4yz for now (RFC 5321, 4.2.1). A refusal of the receiver or of the text is about this mail; one of the
 * sender, the sign-in, the connection or by rule is about us, and the mail waits until it is mended.
 */
function refusalOf(error: unknown): NotTakenError {
  const { code = 'unknown', command, response = '', responseCode = 0 } = error as SmtpFailure;
  const known = responseCode > 0 ? `smtp-${String(responseCode)}` : code;
  if (code === 'EENVELOPE' && command === 'API') {
    return new NotTakenError('address-refused', known, { isFinal: true });
  }
  const isOurs = BY_RULE.test(response);
  const failure = isOurs ? undefined : OF_THIS_MAIL.get(command ?? '');
  return failure === undefined
    ? new NotTakenError('provider-unavailable', known, { isFinal: false })
    : refusalOfThisMail(failure, known, responseCode);
}

function refusalOfThisMail(failure: MessageFailure, known: string, status: number): NotTakenError {
  const isFinal = status >= 500;
  return new NotTakenError(isFinal ? failure : 'provider-unavailable', known, {
    isFinal,
    isOutage: false,
  });
}
