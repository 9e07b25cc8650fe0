import { randomUUID } from 'node:crypto';
import type { Logger } from '@tapaamo/logging';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MessageStore } from './message-store.js';

/** Largest e-mail that is taken, in bytes. */
const MAIL_MAX_BYTES = 1024 * 1024;

/** Reply to mail that is too large (RFC 5321 section 4.2.3). */
const TOO_LARGE = Object.assign(new Error('Message too large'), { responseCode: 552 });

/** Reply to mail that cannot be read. */
const UNREADABLE = Object.assign(new Error('Message not readable'), { responseCode: 554 });

/** An SMTP server that takes every e-mail, without sign-in and encryption, and delivers none. */
export function newSmtpReceiver(store: MessageStore, logger: Logger): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAIL_MAX_BYTES,
    disableReverseLookup: true,
    closeTimeout: 500,
    onData: (stream, session, done) => {
      receive(store, stream, session).then(
        () => done(),
        (error: unknown) => {
          logger.warn('catcher.mail-refused', {}, error);
          done(error === TOO_LARGE ? TOO_LARGE : UNREADABLE);
        },
      );
    },
  });
  // A connection that breaks must not end the process.
  server.on('error', (error) => logger.warn('catcher.smtp-connection-lost', {}, error));
  return server;
}

async function receive(
  store: MessageStore,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) {
      chunks.push(chunk as Buffer);
    }
  }
  if (stream.sizeExceeded) {
    throw TOO_LARGE;
  }
  const mail = await PostalMime.parse(Buffer.concat(chunks));
  store.add({
    id: mail.messageId?.replace(/^<|@.*>$|>$/g, '') || randomUUID(),
    channel: 'email',
    to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
    subject: mail.subject ?? '',
    text: (mail.text ?? textOf(mail.html ?? '')).trim(),
  });
}

/** Readable text of an e-mail that has only HTML. */
function textOf(html: string): string {
  return html
    .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \t]+/g, ' ');
}
