import { Inject, Injectable } from '@nestjs/common';
import { Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { ALARM_TEXTS } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { MailSender } from '@tapaamo/notification';
import type { Alarm } from './alarm.entity.js';

/** Mails an alarm to everybody of ALERT_ADDRESSES. It names the installation, and neither an organisation nor a client. */
@Injectable()
export class AlarmMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mail: MailSender,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {}

  /** @returns Whether somebody was told, or there is nobody to tell. */
  async send({ code, since }: Pick<Alarm, 'code' | 'since'>): Promise<boolean> {
    const { fi, sv, en } = ALARM_TEXTS[code];
    const { PUBLIC_URL, ALERT_ADDRESSES } = this.config;
    const subject = `Tapaamo: ${code}`;
    const text = `${fi}\n\n${sv}\n\n${en}\n\n${PUBLIC_URL}\n${code}, ${since.toISOString()}\n`;
    let told = 0;
    for (const to of ALERT_ADDRESSES) {
      const message = { id: this.randomness.uuid(), to, sender: null, subject, text };
      await this.mail.send(message).then(
        () => {
          told += 1;
        },
        (error: unknown) => this.logger.error('alarm.mail-failed', { code }, error),
      );
    }
    return told > 0 || ALERT_ADDRESSES.length === 0;
  }
}
