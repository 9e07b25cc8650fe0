import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { testConfig } from '../../../../test/support/test-config.js';
import { GatewayRequests } from './gateway-requests.js';
import { SmtpMailSender } from './mail-sender.js';
import type { OutgoingMessage } from './message.js';
import type { NotTakenError } from './not-taken.error.js';
import { HttpSmsSender } from './sms-sender.js';

const MESSAGE = {
  id: '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31',
  to: '+358401234567',
  sender: null,
  subject: '',
  text: 'Etätapaaminen / Distansmöte\nhttps://tapaamo.example.fi/v#secret',
};

describe('text messages over an HTTP gateway', () => {
  let server: Server;
  let url: string;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const received: { headers: IncomingMessage['headers']; body: unknown }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers, body: JSON.parse(body) });
        answer(request, response);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/sms`;
  });

  beforeEach(() => {
    received.length = 0;
    answer = (_, response) => response.writeHead(202).end('taken');
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const settings = (token = '') => testConfig({ SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: token });
  const send = (token = '', message: OutgoingMessage = MESSAGE) =>
    new HttpSmsSender(settings(token)).send(message);
  const refused = (outcome: Promise<unknown>) =>
    outcome.then(
      () => null,
      (thrown: unknown) => thrown as NotTakenError,
    );

  it('are posted as JSON with an id by which the gateway knows a repetition', async () => {
    await send();
    expect(received).toHaveLength(1);
    expect(received[0]?.body).toEqual({ id: MESSAGE.id, to: MESSAGE.to, text: MESSAGE.text });
    expect(received[0]?.headers).toMatchObject({ 'idempotency-key': MESSAGE.id });
    expect(received[0]?.headers.authorization).toBeUndefined();
  });

  it('name their sender when they have one', async () => {
    await new HttpSmsSender(testConfig({ SMS_GATEWAY_URL: url })).send({
      ...MESSAGE,
      sender: 'Mallila',
    });
    expect(received[0]?.body).toMatchObject({ from: 'Mallila' });
  });

  it('carry the gateway’s token when there is one', async () => {
    await send('token-of-the-gateway');
    expect(received[0]?.headers.authorization).toBe('Bearer token-of-the-gateway');
  });

  it('say for how long they are worth delivering', async () => {
    await send('', { ...MESSAGE, validSeconds: 900 });
    expect(received[0]?.body).toMatchObject({ validSeconds: 900 });
  });

  it('carry the reference by which the gateway tells what became of them', async () => {
    await send('', { ...MESSAGE, reference: 'r'.repeat(43) });
    expect(received[0]?.body).toMatchObject({ reference: 'r'.repeat(43) });
  });

  it.each([
    [400, 'provider-refused', true],
    [413, 'provider-refused', true],
    [422, 'provider-refused', true],
    [401, 'provider-unavailable', false],
    [403, 'provider-unavailable', false],
    [404, 'provider-unavailable', false],
    [408, 'provider-unavailable', false],
    [429, 'provider-unavailable', false],
    [500, 'provider-unavailable', false],
    [503, 'provider-unavailable', false],
    [302, 'provider-unavailable', false],
  ])('fail on %i with %s, for good: %s, and say nothing of the receiver', async (...expected) => {
    const [status, failure, isFinal] = expected;
    answer = (_, response) => response.writeHead(status).end(`no: ${MESSAGE.to}`);
    const error = await refused(send());
    expect(error).toMatchObject({ name: 'NotTakenError', failure, isFinal });
    expect(`${String(error)}${String(error?.stack)}`).not.toContain('358401234567');
  });

  it.each(['120', 'Wed, 10 Feb 2027 08:10:00 GMT'])(
    'keep when the gateway wants to be asked again (%s)',
    async (retryAfter) => {
      answer = (_, response) => response.writeHead(429, { 'retry-after': retryAfter }).end();
      expect(await refused(send())).toMatchObject({ retryAfter });
    },
  );

  const HOSTILE: [string, (response: ServerResponse, status: number) => unknown][] = [
    ['a byte at a time', trickle],
    [
      'and closes the connection in the middle',
      (response, status) => {
        response.writeHead(status, { 'content-length': '100' }).write('half');
        setImmediate(() => response.destroy());
      },
    ],
    ['without an end', (response, status) => response.writeHead(status).end('x'.repeat(100_000))],
  ];
  const sendSoon = () =>
    new HttpSmsSender(settings(), new GatewayRequests(settings(), 300)).send(MESSAGE);

  it.each(HOSTILE)('fail for now when the gateway refuses %s', async (_case, hostile) => {
    answer = (_, response) => void hostile(response, 400);
    const begun = performance.now();
    expect(await refused(sendSoon())).toMatchObject({
      failure: 'provider-unavailable',
      isFinal: false,
    });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it.each(HOSTILE)('are taken when the gateway says so %s', async (_case, hostile) => {
    answer = (_, response) => void hostile(response, 202);
    await sendSoon();
    expect(received).toHaveLength(1);
  });

  it('fail for now when the gateway never answers', async () => {
    answer = () => undefined;
    expect(await refused(sendSoon())).toMatchObject({ failure: 'provider-unavailable' });
  });

  it('go to no private network that the operator did not allow', async () => {
    const production = { ...settings(), NODE_ENV: 'production' } as const;
    const inside = { ...production, SMS_GATEWAY_URL: 'https://10.0.0.1/sms' };
    expect(await refused(new HttpSmsSender(inside).send(MESSAGE))).toMatchObject({
      failure: 'provider-unavailable',
      code: 'host-refused',
    });
    // This machine's own gateway may be asked plainly, as the settings say.
    await new HttpSmsSender(production).send(MESSAGE);
    expect(received).toHaveLength(1);
  });

  it('are not sent on to where the gateway points: another host would learn the link', async () => {
    answer = (_, response) => response.writeHead(307, { location: `${url}/elsewhere` }).end();
    await expect(send()).rejects.toThrow();
    expect(received).toHaveLength(1);
  });

  it('fail when the gateway hangs up or is not there', async () => {
    answer = (request) => request.socket.destroy();
    await expect(send()).rejects.toThrow();
    const nowhere = new HttpSmsSender(testConfig({ SMS_GATEWAY_URL: 'http://127.0.0.1:9/sms' }));
    await expect(nowhere.send(MESSAGE)).rejects.toThrow();
  });
});

/** A byte every now and then, for as long as somebody listens. */
function trickle(response: ServerResponse, status: number): void {
  response.writeHead(status);
  const timer = setInterval(() => response.write('.'), 20);
  response.once('close', () => clearInterval(timer));
}

describe('mail over SMTP', () => {
  let server: SMTPServer;
  let url: string;
  const received: { to: string[]; mail: string }[] = [];
  let refusal: Error | null = null;
  let receiver: Error | null = null;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: (_address, _session, done) => done(receiver),
      onData: (stream, session, done) => {
        void text(stream).then((mail) => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
          done(refusal);
        });
      },
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`;
  });

  beforeEach(() => {
    received.length = 0;
    refusal = null;
    receiver = null;
  });

  afterAll(async () => {
    await new Promise<void>((done) => server.close(done));
  });

  const send = (to = 'aino@example.fi') =>
    new SmtpMailSender(testConfig({ SMTP_URL: url })).send({
      ...MESSAGE,
      to,
      subject: 'Etätapaaminen – Distansmöte',
    });

  it('has the receiver, an id by which a repetition is known, and no automatic replies', async () => {
    await send();
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['aino@example.fi']);
    expect(received[0]?.mail).toContain(`Message-ID: <${MESSAGE.id}@tapaamo>`);
    expect(received[0]?.mail).toContain('Auto-Submitted: auto-generated');
    expect(received[0]?.mail).toContain('Content-Type: text/plain; charset=utf-8');
  });

  it('comes from the sender’s name at the installation’s address', async () => {
    const mail = { ...MESSAGE, to: 'aino@example.fi', sender: 'Mallilan hyvinvointialue' };
    await new SmtpMailSender(testConfig({ SMTP_URL: url })).send(mail);
    expect(received[0]?.mail).toMatch(/^From: Mallilan hyvinvointialue <[^<>\s]+@[^<>\s]+>\r$/m);
  });

  it('brings an entry for the calendar, beside the text and as a file', async () => {
    const calendar = {
      uid: '5c1d8e0f4a2b4c6d8e0f1a2b3c4d5e6f',
      sequence: 1,
      method: 'REQUEST' as const,
      startsAt: '2027-02-12T08:00:00.000Z',
      endsAt: '2027-02-12T08:45:00.000Z',
      madeAt: '2027-02-10T08:00:00.000Z',
      languages: ['fi' as const],
    };
    const mail = { ...MESSAGE, to: 'aino@example.fi', calendar };
    await new SmtpMailSender(testConfig({ SMTP_URL: url })).send(mail);
    const raw = received[0]?.mail ?? '';
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    const { text: told, attachments } = await PostalMime.parse(raw);
    expect(told).toContain('https://tapaamo.example.fi/v#secret');
    expect(attachments.map(({ mimeType, filename }) => [mimeType, filename])).toEqual([
      ['text/calendar', null],
      ['application/ics', 'tapaaminen.ics'],
    ]);
    for (const { content } of attachments) {
      const file =
        typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString();
      expect(file).toContain('METHOD:REQUEST');
      expect(file).toContain('ORGANIZER;CN="Tapaamo":mailto:noreply@tapaamo.example');
      // Long lines are folded (RFC 5545, 3.1).
      expect(file.replaceAll(/\r?\n[ \t]/g, '')).toContain('MAILTO:aino@example.fi');
    }
  });

  it('goes to one receiver whatever the address says', async () => {
    await send('"aino@example.fi, muu"@example.fi').catch(() => undefined);
    expect(received.flatMap(({ to }) => to).length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['the text for good', 554, 'provider-refused', true],
    ['the text for now', 451, 'provider-unavailable', false],
  ])('fails when the server refuses %s', async (_case, responseCode, failure, isFinal) => {
    refusal = Object.assign(new Error('no: aino@example.fi'), { responseCode });
    await expect(send()).rejects.toMatchObject({ name: 'NotTakenError', failure, isFinal });
  });

  it.each([
    ['nobody has the address', 550, 'address-refused', true],
    ['the mailbox cannot be looked up', 450, 'provider-unavailable', false],
  ])('fails when %s', async (_case, responseCode, failure, isFinal) => {
    receiver = Object.assign(new Error('no: aino@example.fi'), { responseCode });
    await expect(send()).rejects.toMatchObject({ message: failure, failure, isFinal });
  });

  it('waits when the server takes nothing from us, whoever it is for', async () => {
    receiver = Object.assign(new Error('5.7.1 relay access denied'), { responseCode: 554 });
    await expect(send()).rejects.toMatchObject({
      code: 'smtp-554',
      isFinal: false,
      isOutage: true,
    });
  });

  it('of one receiver whose server wants to be asked later is no outage', async () => {
    receiver = Object.assign(new Error('4.2.0 greylisted'), { responseCode: 450 });
    await expect(send()).rejects.toMatchObject({ isFinal: false, isOutage: false });
  });

  it('fails when there is no server', async () => {
    const nowhere = new SmtpMailSender(testConfig({ SMTP_URL: 'smtp://127.0.0.1:9' }));
    await expect(nowhere.send({ ...MESSAGE, to: 'aino@example.fi' })).rejects.toThrow();
  });
});
