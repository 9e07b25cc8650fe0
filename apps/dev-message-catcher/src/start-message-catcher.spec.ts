import { connect } from 'node:net';
import { FixedClock } from '@tapaamo/common';
import { Logger } from '@tapaamo/logging';
import { createTransport } from 'nodemailer';
import { startMessageCatcher, type RunningMessageCatcher } from './start-message-catcher.js';

const SMS = { id: 'sms-1', to: '+358401234567', text: 'Liity: http://localhost:8080/v#abc' };

describe('the message catcher', () => {
  let catcher: RunningMessageCatcher;
  let log: string[];

  beforeEach(async () => {
    log = [];
    catcher = await start('');
  });

  afterEach(() => catcher.close());

  function start(smsToken: string): Promise<RunningMessageCatcher> {
    return startMessageCatcher({
      host: '127.0.0.1',
      httpPort: 0,
      smtpPort: 0,
      smsToken,
      receipts: null,
      clock: new FixedClock('2026-12-01T08:00:00.000Z'),
      logger: new Logger('test', 'debug', { write: (line) => log.push(line) }),
    });
  }

  it('catches a text message once and shows it', async () => {
    for (const attempt of ['first', 'repeated']) {
      const answer = await postSms({ ...SMS, text: `${attempt} https://a.fi` });
      expect(answer.status).toBe(202);
      expect(await answer.json()).toEqual({ id: SMS.id });
    }
    expect(await messages()).toEqual([
      {
        id: 'sms-1',
        channel: 'sms',
        to: '+358401234567',
        subject: '',
        text: 'first https://a.fi',
        receivedAt: '2026-12-01T08:00:00.000Z',
      },
    ]);
    const page = await (await fetchPath('/')).text();
    expect(page).toContain('<a href="https://a.fi" target="_blank" rel="noopener noreferrer">');
  });

  it('catches an e-mail once, newest first, with its subject and letters intact', async () => {
    await postSms(SMS);
    await sendMail();
    await sendMail();
    expect(await messages()).toMatchObject([
      {
        id: 'mail-1',
        channel: 'email',
        to: 'aino@example.fi',
        subject: 'Etätapaaminen – Distansmöte',
        text: 'Hyvää päivää\nhttp://localhost:8080/v#abc',
      },
      { id: 'sms-1' },
    ]);
  });

  it('forgets everything when asked to', async () => {
    await postSms(SMS);
    expect((await fetchPath('/messages', { method: 'DELETE' })).status).toBe(204);
    expect(await messages()).toEqual([]);
  });

  it('sends the list again only when it has changed', async () => {
    const etag = (await fetchPath('/list')).headers.get('etag') ?? '';
    const headers = { 'if-none-match': etag };
    expect((await fetchPath('/list', { headers })).status).toBe(304);
    await postSms(SMS);
    expect((await fetchPath('/list', { headers })).status).toBe(200);
  });

  it('refuses a wrong request and names the field', async () => {
    const answer = await postSms({ ...SMS, to: 'Aino' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      status: 400,
      code: 'request.invalid',
      fields: [{ field: 'to', code: 'field.invalid' }],
    });
  });

  it.each([
    ['a form', 415, { method: 'POST', body: new URLSearchParams(SMS) }, '/sms'],
    ['a huge body', 413, post('x'.repeat(70_000)), '/sms'],
    ['an unknown path', 404, {}, '/nothing'],
    ['a wrong method', 405, { method: 'PUT' }, '/sms'],
  ])('refuses %s with %s', async (_case, status, init, path) => {
    expect((await fetchPath(path, init)).status).toBe(status);
    expect(await messages()).toEqual([]);
  });

  it('asks for the token when it is told one', async () => {
    await catcher.close();
    catcher = await start('secret');
    expect((await postSms(SMS)).status).toBe(401);
    const headers = { 'content-type': 'application/json', authorization: 'Bearer secret' };
    const body = JSON.stringify(SMS);
    expect((await fetchPath('/sms', { method: 'POST', headers, body })).status).toBe(202);
  });

  it('refuses mail that is too large', async () => {
    await expect(sendMail('x'.repeat(1_100_000))).rejects.toMatchObject({ responseCode: 552 });
  });

  it('outlives a connection that breaks in the middle of a mail', async () => {
    const socket = connect(catcher.smtpPort, '127.0.0.1');
    await new Promise((greeted) => socket.once('data', greeted));
    socket.write('HELO a\r\nMAIL FROM:<a@a.fi>\r\nRCPT TO:<b@b.fi>\r\nDATA\r\nhalf');
    await new Promise((answered) => socket.once('data', answered));
    socket.resetAndDestroy();
    await sendMail();
    expect(await messages()).toHaveLength(1);
  });

  it('is ready, and says nothing of messages in its log', async () => {
    expect((await fetchPath('/health/ready')).status).toBe(200);
    expect((await fetchPath('/health/live')).status).toBe(200);
    await postSms(SMS);
    await sendMail();
    expect(log.join('')).not.toMatch(/358401234567|aino@|Liity|päivää/);
  });

  function fetchPath(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`http://127.0.0.1:${String(catcher.httpPort)}${path}`, init);
  }

  function postSms(body: object): Promise<Response> {
    return fetchPath('/sms', post(JSON.stringify(body)));
  }

  async function messages(): Promise<unknown> {
    return (await fetchPath('/messages.json')).json();
  }

  async function sendMail(text = 'Hyvää päivää\nhttp://localhost:8080/v#abc'): Promise<unknown> {
    const transport = createTransport({ host: '127.0.0.1', port: catcher.smtpPort });
    return transport.sendMail({
      from: 'Tapaamo <noreply@tapaamo.example>',
      to: 'aino@example.fi',
      subject: 'Etätapaaminen – Distansmöte',
      text,
      messageId: '<mail-1@tapaamo>',
    });
  }
});

function post(body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body };
}
