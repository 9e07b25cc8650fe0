import { Test, type TestingModule } from '@nestjs/testing';
import { AuditChecks } from '@tapaamo/audit';
import { messageChannelSchema, type MessageChannel, type RecordTarget } from '@tapaamo/contracts';
import { FrameworkLogger } from '@tapaamo/logging';
import {
  AccountNoticeDelivery,
  MailSender,
  OutboxDelivery,
  SmsSender,
  StaffInvitationDelivery,
} from '@tapaamo/notification';
import { PurgeService, type SweepResult } from '@tapaamo/purge';
import { RecordDelivery, WaitingReceipts } from '@tapaamo/record-system';
import { EndVisitService } from '@tapaamo/visit';
import { AppModule } from '../../apps/job-runner/src/app.module.js';
import { capturedLog, type CapturedLog } from './captured-log.js';
import { RecordingMailSender, RecordingSmsSender } from './recording-senders.js';
import type { TestApi } from './start-api.js';

/** The job runner inside the test's own process. Its work is done when it is told to, not when a tick comes. */
export interface TestJobRunner {
  module: TestingModule;
  log: CapturedLog;
  mail: RecordingMailSender;
  sms: RecordingSmsSender;
  /** Sends what is due, in all channels unless told otherwise. @returns How many messages went. */
  deliver(channels?: readonly MessageChannel[]): Promise<number>;
  /** Mails the invitations of staff. @returns How many went. */
  deliverInvitations(): Promise<number>;
  /** Mails staff what was changed of their accounts. @returns How many went. */
  deliverNotices(): Promise<number>;
  /** Tells record systems what there is to tell. @returns How many were taken. */
  tellRecords(target: RecordTarget): Promise<number>;
  /** Forgets what is due. */
  sweep(): Promise<SweepResult>;
  /** Ends what nobody ended. @returns How many. */
  closeOverdue(): Promise<number>;
  /** Checks the audit logs whose turn it is. */
  verifyAudit(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a job runner on an API's database, keys and clock. Several can be started: several runners.
 *
 * @param options.sends - Whether messages go where the settings say; otherwise they are recorded.
 */
export async function startJobRunner(
  { config, clock }: TestApi,
  { sends = false } = {},
): Promise<TestJobRunner> {
  const log = capturedLog('job-runner');
  const mail = new RecordingMailSender();
  const sms = new RecordingSmsSender();
  const builder = Test.createTestingModule({
    imports: [AppModule.forRoot(config, log.logger, { clock })],
  });
  if (!sends) {
    builder.overrideProvider(MailSender).useValue(mail);
    builder.overrideProvider(SmsSender).useValue(sms);
  }
  const module = await builder.setLogger(new FrameworkLogger(log.logger)).compile();
  await module.init();
  return {
    module,
    log,
    mail,
    sms,
    deliver: async (channels = messageChannelSchema.options) => {
      const delivery = module.get(OutboxDelivery, { strict: false });
      const sent = await Promise.all(channels.map((channel) => delivery.deliverDue(channel)));
      return sent.reduce((sum, count) => sum + count);
    },
    deliverInvitations: () => module.get(StaffInvitationDelivery, { strict: false }).deliverDue(),
    deliverNotices: () => module.get(AccountNoticeDelivery, { strict: false }).deliverDue(),
    tellRecords: async (target) => {
      const taken = await module.get(RecordDelivery, { strict: false }).deliverDue(target);
      await module.get(WaitingReceipts, { strict: false }).countLate();
      return taken;
    },
    sweep: () => module.get(PurgeService, { strict: false }).sweep(),
    closeOverdue: () => module.get(EndVisitService, { strict: false }).closeOverdue(),
    verifyAudit: () => module.get(AuditChecks, { strict: false }).checkDue(),
    close: () => module.close(),
  };
}
