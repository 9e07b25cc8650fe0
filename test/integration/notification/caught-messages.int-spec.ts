import { Logger } from '@tapaamo/logging';
import { HttpSmsSender } from '@tapaamo/notification';
import {
  startMessageCatcher,
  type RunningMessageCatcher,
} from '../../../apps/dev-message-catcher/src/start-message-catcher.js';
import { FixedClock } from '@tapaamo/common';
import { testConfig } from '../../support/test-config.js';

describe('a text message that is caught in development', () => {
  let catcher: RunningMessageCatcher;

  beforeEach(async () => {
    catcher = await startMessageCatcher({
      host: '127.0.0.1',
      httpPort: 0,
      smtpPort: 0,
      smsToken: 'token',
      receipts: null,
      clock: new FixedClock('2026-12-01T08:00:00.000Z'),
      logger: new Logger('test', 'error', { write: () => undefined }),
    });
  });

  afterEach(() => catcher.close());

  it('has everything that our sender ever posts', async () => {
    const url = `http://127.0.0.1:${String(catcher.httpPort)}`;
    const sender = new HttpSmsSender(
      testConfig({ SMS_GATEWAY_URL: `${url}/sms`, SMS_GATEWAY_TOKEN: 'token' }),
    );
    await sender.send({
      id: '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31',
      to: '+358401234567',
      sender: 'Mallila',
      subject: '',
      text: 'Etätapaaminen',
      validSeconds: 900,
      reference: 'r'.repeat(43),
    });
    const caught: unknown = await (await fetch(`${url}/messages.json`)).json();
    expect(JSON.stringify(caught)).toContain('Etätapaaminen');
  });
});
