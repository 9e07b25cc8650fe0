import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  identificationOutageSchema,
  startIdentificationResponseSchema,
  type IdentificationOutage,
  type Language,
} from '@tapaamo/contracts';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { openDoor } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { PUBLIC_URL } from './support/harness.js';
import { HostileIssuer, type Answer } from './support/hostile-issuer.js';

let issuer: HostileIssuer;
let publisher: Server;
let address: string;
let answer: Answer;
let asked: string[];
let api: TestApi;
let world: TestOrganisation;
let visit: BookedVisit;

beforeAll(async () => {
  issuer = await HostileIssuer.start();
  publisher = createServer(({ url }, response) => {
    asked.push(url ?? '');
    answer(response);
  });
  await new Promise<void>((listening) => publisher.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${String((publisher.address() as AddressInfo).port)}`;
  api = await startApi({
    config: {
      OIDC_ISSUER: issuer.url,
      OIDC_OUTAGE_URL: `${address}/maintenance.txt`,
      OIDC_OUTAGE_FORM: 'text-bars',
      PUBLIC_URL,
    },
  });
  world = await buildWorld(api.dataSource);
  visit = await bookedVisit(api, world.required);
  await openDoor(visit.client, visit.link);
});

afterAll(async () => {
  await api.close();
  publisher.closeAllConnections();
  publisher.close();
  await issuer.close();
});

let minutes = 0;

beforeEach(() => {
  asked = [];
  answer = text('Huolto yöllä|Service i natt|Maintenance tonight');
  // What was read before is too old, and the visit is still to come.
  minutes += 1;
  api.clock.set(new Date(Date.parse(NOW) + minutes * 61_000).toISOString());
});

describe('outages that the provider publishes', () => {
  it.each<[string, Answer, string]>([
    ['is missing', (r) => r.writeHead(404).end('Huolto'), 'http-404'],
    ['fails', (r) => r.writeHead(500).end('Huolto'), 'http-500'],
    ['hangs up', (r) => r.destroy(), 'TypeError'],
    ['sends us elsewhere', (r) => r.writeHead(302, { location: '/secret' }).end(), 'TypeError'],
    [
      'is a page',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>Huolto'),
      'page',
    ],
    ['never ends', (r) => r.writeHead(200).end('Huolto'.repeat(20_000)), 'too-large'],
    ['never comes', () => undefined, 'TimeoutError'],
  ])('are not told when the file %s; nobody is kept from identifying', async (_case, bad, code) => {
    answer = bad;
    const before = performance.now();
    expect(await outage('fi')).toEqual({ notice: null, isUnreachable: false });
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(asked).toEqual(['/maintenance.txt']);
    expect(api.log.of('identification.outage-not-read').at(-1)).toMatchObject({ code });
    expect((await visit.client.post('/api/identification/start')).status).toBe(200);
    // A failure is not tried again for each person.
    await outage('fi');
    expect(asked).toHaveLength(1);
  });

  it('are plain text, whatever was sent', async () => {
    answer = text('<script>alert(1)</script>\u0007Häiriö\n\u202E|x', 'latin1');
    const { notice } = await outage('fi');
    expect(notice).toMatch(/^alert\(1\) Häiriö/);
    expect(notice).not.toMatch(/[<>\p{Cc}]/u);
  });

  it('are for who stands behind the door, in a language of ours', async () => {
    const stranger = await api.client().get('/api/identification/outage?language=fi');
    expect(expectProblem(stranger).code).toBe('door.session-required');
    const other = await visit.client.get('/api/identification/outage?language=de');
    expect(expectProblem(other)).toMatchObject({ status: 400, fields: [{ field: 'language' }] });
    expect(asked).toEqual([]);
  });

  it('are told in the language of the page, and read once a minute for everybody', async () => {
    const told = await Promise.all([outage('fi'), outage('sv'), outage('en'), outage('fi')]);
    expect(told.map(({ notice }) => notice)).toEqual([
      'Huolto yöllä',
      'Service i natt',
      'Maintenance tonight',
      'Huolto yöllä',
    ]);
    answer = text('');
    api.clock.advance(59_999);
    expect((await outage('fi')).notice).toBe('Huolto yöllä');
    expect(asked).toEqual(['/maintenance.txt']);
    api.clock.advance(1);
    expect((await outage('fi')).notice).toBeNull();
    expect(asked).toHaveLength(2);
  });
});

describe('a provider that did not answer us', () => {
  it('is not told of by what a browser brings', async () => {
    expect(await comeBack({ error: 'server_error' })).toBe('/v?identification=unavailable');
    expect((await outage('fi')).isUnreachable).toBe(false);
  });

  it('is told of for three minutes, or until it answers', async () => {
    issuer.answer = (response) => response.writeHead(503).end();
    expect(await comeBack()).toBe('/v?identification=unavailable');
    expect((await outage('fi')).isUnreachable).toBe(true);
    api.clock.advance(3 * 60_000 - 1);
    expect((await outage('fi')).isUnreachable).toBe(true);
    api.clock.advance(1);
    expect((await outage('fi')).isUnreachable).toBe(false);
    await comeBack();
    expect((await outage('fi')).isUnreachable).toBe(true);
    await visit.client.post('/api/identification/start');
    expect((await outage('fi')).isUnreachable).toBe(false);
  });
});

// The last: passport is one for the whole process, and knows the provider of the API that started last.
it('outages that OP publishes are read in one language at a time', async () => {
  const ofOp = await startApi({
    beside: api,
    config: { OIDC_OUTAGE_URL: `${address}/api/embedded-ui/us`, OIDC_OUTAGE_FORM: 'op-json' },
  });
  answer = (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ disturbanceInfo: { header: 'Störning', text: 'Nordea' } }));
  const client = ofOp.client();
  await openDoor(client, visit.link);
  const sv = await client.get('/api/identification/outage?language=sv');
  expect(sv.json).toEqual({ notice: 'Störning: Nordea', isUnreachable: false });
  expect(asked).toEqual(['/api/embedded-ui/us?lang=sv']);
  await ofOp.close();
});

/** Comes back from the provider, whose token endpoint answers as the test says. @param error - What it sends instead. */
async function comeBack(error?: { error: string }): Promise<string | null> {
  const started = await visit.client.post('/api/identification/start');
  const { redirectUrl } = expectAnswer(started, 200, startIdentificationResponseSchema);
  const callback = issuer.callbackFor(redirectUrl, error);
  if (error !== undefined) {
    callback.searchParams.delete('code');
  }
  const back = await visit.client.get(`${callback.pathname}${callback.search}`);
  return back.headers.get('location');
}

function text(body: string, encoding: BufferEncoding = 'utf8'): Answer {
  return (response) =>
    response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.from(body, encoding));
}

async function outage(language: Language): Promise<IdentificationOutage> {
  const path = `/api/identification/outage?language=${language}`;
  return expectAnswer(await visit.client.get(path), 200, identificationOutageSchema);
}
