import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { testConfig } from '../../../../test/support/test-config.js';
import { GatewayApiSmsSender } from './gateway-api-sender.js';
import type { OutgoingMessage } from './message.js';
import { HttpSmsSender } from './sms-sender.js';
import { smsSenderOf } from './sms-sender-of.js';

const REFERENCE = 'r'.repeat(43);
const MESSAGE = {
  id: '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31',
  to: '+358401234567',
  sender: 'Mallila',
  subject: '',
  text: 'Etätapaaminen\nhttps://tapaamo.example.fi/v#secret',
  reference: REFERENCE,
};

/** Requests and answers as gatewayapi.com/docs/apis/rest has them. */
describe('text messages by GatewayAPI', () => {
  let server: Server;
  let url: string;
  let status: number;
  let answer: string;
  const received: { headers: IncomingHttpHeaders; body: unknown }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers, body: JSON.parse(body) });
        response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/rest/mtsms`;
  });

  beforeEach(() => {
    received.length = 0;
    status = 200;
    answer = '{"ids":[421332671],"usage":{"countries":{"FI":1}}}';
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = (changes: Partial<OutgoingMessage> = {}) =>
    new GatewayApiSmsSender(
      testConfig({ SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: 'token-of-the-account' }),
    ).send({ ...MESSAGE, ...changes });

  it('are posted in its own form, with our reference', async () => {
    await send();
    expect(received).toHaveLength(1);
    expect(received[0]?.headers.authorization).toBe('Token token-of-the-account');
    expect(received[0]?.body).toEqual({
      sender: 'Mallila',
      message: MESSAGE.text,
      recipients: [{ msisdn: '358401234567' }],
      userref: REFERENCE,
    });
  });

  it.each([
    [1, 60],
    [900, 900],
    [604_800, 172_800],
  ])('worth delivering for %i s are given up by the network after %i s', async (asked, told) => {
    await send({ validSeconds: asked });
    expect(received[0]?.body).toMatchObject({ validity_period: told });
  });

  it('name a neutral sender where there is none, and an alphabet that has all letters', async () => {
    await send({ sender: null, text: 'Šakki' });
    expect(received[0]?.body).toMatchObject({ sender: 'Tapaaminen', encoding: 'UCS2' });
  });

  it.each([
    [403, '{"code":"0x0215","message":"MSISDN 358401234567 blacklisted"}', 'address-refused', true],
    [403, '{"code":"0x0217"}', 'address-refused', true],
    [403, '{"code":"0x0216","message":"Insufficient credit"}', 'provider-unavailable', false],
    [401, '{"code":"0x0211"}', 'provider-unavailable', false],
    [400, '{"code":"0x0308"}', 'provider-refused', true],
    [403, '<html>', 'provider-unavailable', false],
    [500, '{}', 'provider-unavailable', false],
  ])('fail on %i %s with %s, for good: %s', async (...expected) => {
    const [refusal, body, failure, isFinal] = expected;
    status = refusal;
    answer = body;
    const error: unknown = await send().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'NotTakenError', failure, isFinal });
    expect(String((error as Error).stack)).not.toContain('358401234567');
  });

  it('are sent so when the settings say so', () => {
    expect(smsSenderOf(testConfig({ SMS_GATEWAY: 'gatewayapi' }))).toBeInstanceOf(
      GatewayApiSmsSender,
    );
    expect(smsSenderOf(testConfig())).toBeInstanceOf(HttpSmsSender);
  });
});
