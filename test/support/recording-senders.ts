import { MailSender, SmsSender } from '@tapaamo/notification';

/** A message as senders get it. */
export type SentMessage = Parameters<MailSender['send']>[0];

/** What both senders of tests do: keep what they were given, or fail when told to. */
class Recording {
  readonly sent: SentMessage[] = [];
  /** Messages that were tried, sent or not. */
  tried = 0;
  /** What the operator answers instead of taking the message. */
  failure: Error | null = null;
  /** Called while a message is on its way. */
  meanwhile: ((message: SentMessage) => Promise<void>) | null = null;

  async take(message: SentMessage): Promise<void> {
    this.tried += 1;
    await this.meanwhile?.(message);
    if (this.failure !== null) {
      throw this.failure;
    }
    this.sent.push(message);
  }
}

/** A mail server that keeps everything. */
export class RecordingMailSender extends MailSender {
  readonly record = new Recording();

  override send(message: SentMessage): Promise<void> {
    return this.record.take(message);
  }
}

/** An operator of text messages that keeps everything. */
export class RecordingSmsSender extends SmsSender {
  readonly record = new Recording();

  override send(message: SentMessage): Promise<void> {
    return this.record.take(message);
  }
}
