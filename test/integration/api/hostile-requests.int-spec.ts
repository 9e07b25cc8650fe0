import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { openDoor, visitPath } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('requests that no page of ours makes', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: BookedVisit;
  let professional: ApiClient;
  let posts: [ApiClient, string][];

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    visit = await bookedVisit(api, world.service);
    professional = visit.professional;
    await openDoor(visit.client, visit.link);
    posts = [
      [professional, '/api/bookings'],
      [professional, visitPath(visit.visitId, '/end')],
      [professional, visitPath(visit.visitId, `/participants/${visit.participantId}/admit`)],
      [professional, '/api/sign-out'],
      [professional, '/api/sign-in'],
      [visit.client, '/api/door/open'],
      [visit.client, '/api/door/look'],
      [visit.client, '/api/door/enter'],
      [visit.client, '/api/door/leave'],
      [visit.client, '/api/identification/start'],
    ];
  });

  afterAll(async () => {
    await api.close();
  });

  const send = (
    rawBody: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string | null> = {},
  ) =>
    professional.post('/api/bookings', undefined, {
      rawBody,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it.each([
    ['without our header', { 'x-tapaamo': null }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'http://localhost:8081' }],
    ['from a page without origin', { origin: 'null' }],
    ['from a lookalike', { origin: 'http://localhost:8080.evil.example' }],
  ])('are refused %s, whatever they would change', async (_, headers) => {
    for (const [client, path] of posts) {
      const answer = await client.post(path, {}, { headers });
      expect(expectProblem(answer)).toMatchObject({
        code: 'access.origin-not-allowed',
        status: 403,
      });
    }
    expect((await professional.get('/api/me')).status).toBe(200);
  });

  it('are taken from our own pages', async () => {
    const origin = 'http://localhost:8080';
    const answer = await professional.post(
      '/api/bookings',
      bookingRequest(world.service, { time: '15:00' }),
      {
        headers: { origin },
      },
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['over 16 kB', JSON.stringify({ clientName: 'a'.repeat(16_500) })],
    ['of a megabyte', `"${'a'.repeat(1_000_000)}"`],
  ])('are refused with a body %s', async (_, body) => {
    expect(expectProblem(await send(body))).toMatchObject({
      code: 'request.too-large',
      status: 413,
    });
  });

  it('are refused with a body that is small only while it is packed', async () => {
    const bomb = gzipSync(Buffer.alloc(2_000_000, 32));
    const answer = await send(new Uint8Array(bomb), { 'content-encoding': 'gzip' });
    expect(expectProblem(answer).code).toBe('request.too-large');
  });

  it.each([
    ['broken JSON', '{"clientName": "Aino'],
    ['nothing but white space', '   '],
    ['a number', '42'],
    ['a text', '"Aino"'],
    ['null', 'null'],
    ['a list', '[{"clientName":"Aino"}]'],
    ['a list of lists, eight thousand deep', '['.repeat(8_000)],
    ['objects, two thousand deep', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
    ['a trailing comma', '{"clientName":"Aino",}'],
    ['two fields of one name', '{"clientName":"Aino","clientName":"Aino"}'],
    ['a number that is none', '{"durationMinutes":1e999}'],
    ['half a surrogate pair', '{"clientName":"\\ud800"}'],
    ['NUL', '{"clientName":"Aino\\u0000"}'],
  ])('are refused with %s', async (_, body) => {
    const problem = expectProblem(await send(body));
    expect([400, 413]).toContain(problem.status);
    expect(problem.code).toBe('request.invalid');
  });

  it('are refused by the name of the field that has a length which is none', async () => {
    const request = bookingRequest(world.service, { clientName: 'Aino 2' });
    const clientName = { length: { toString: 'x', valueOf: 'y' } };
    const problem = expectProblem(await send(JSON.stringify({ ...request, clientName })));
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.fields).toEqual([{ field: 'clientName', code: 'field.invalid' }]);
  });

  it.each([
    ['plain text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['a form with files', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
    ['an unknown character set', 'application/json; charset=x-unknown'],
    ['nothing that can be read', ';;;'],
  ])('are refused as %s', async (_, type) => {
    const body = JSON.stringify(bookingRequest(world.service, { time: '16:00' }));
    const problem = expectProblem(await send(body, { 'content-type': type }));
    expect([400, 415]).toContain(problem.status);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'cannot reach the inside of objects through %s',
    async (key) => {
      const request = bookingRequest(world.service, { clientName: 'Aino 2' });
      const body = JSON.stringify(request).replace(
        '{',
        `{"${key}":{"clientName":"Aino","time":"x"},`,
      );
      // Where the framework drops the key, the rest is judged as if it were not there.
      const fields = expectProblem(await send(body)).fields;
      expect([
        [{ field: key, code: 'field.unknown' }],
        [{ field: 'clientName', code: 'field.name-invalid' }],
      ]).toContainEqual(fields);
      expect(({} as Record<string, unknown>).clientName).toBeUndefined();
    },
  );

  it.each([
    '/api/bookings?from=2027-02-10&from=2027-02-11&to=2027-02-12',
    '/api/bookings?from[]=2027-02-10&to=2027-02-12',
    '/api/bookings?from[$gt]=&to=2027-02-12',
    '/api/bookings?__proto__[from]=2027-02-10&to=2027-02-12',
    '/api/bookings?from=%00&to=%ff',
    `/api/bookings?from=${'9'.repeat(3_000)}&to=2027-02-12`,
    '/api/visits/1',
    '/api/visits/%2e%2e%2fme',
    '/api/visits/%E0%A4%A',
    "/api/visits/'%20OR%201=1--",
    `/api/visits/${'a'.repeat(5_000)}`,
    '/api/visits/00000000-0000-0000-0000-000000000000',
    '/api/nothing',
    '/api/..%2f..%2fetc/passwd',
    '/api//',
  ])('get no more than a refusal: %s', async (path) => {
    const answer = await professional.get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(expectProblem(answer).title).not.toContain('2027');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'find no way by %s',
    async (method) => {
      for (const path of ['/api/bookings', visitPath(visit.visitId), '/api/door']) {
        const answer = await professional.request(method, path);
        expect([path, answer.status]).toEqual([path, method === 'OPTIONS' ? answer.status : 404]);
        expect(answer.status).toBeLessThan(500);
      }
    },
  );

  it('get a number of their own for the log, never one that they bring', async () => {
    const brought = 'Aino-Virtanen-brought-this';
    const answer = await professional.get('/api/me', { headers: { 'x-correlation-id': brought } });
    const id = answer.headers.get('x-correlation-id') ?? '';
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(api.log.of('http.answered').some(({ correlationId }) => correlationId === id)).toBe(
      true,
    );
    expect(api.log.lines.join('')).not.toContain(brought);
  });

  it('leave nothing of what they hold in the log', async () => {
    const canary = 'kanarialintu';
    await professional.get(`/api/${canary}?${canary}=1`, {
      headers: { 'user-agent': canary, referer: `http://x/${canary}`, 'accept-language': canary },
    });
    await send(`{"${canary}": "${canary}"`);
    await send(`{"${canary}": "${canary}"}`);
    expect(api.log.lines.join('').toLowerCase()).not.toContain(canary);
  });

  it('are cut off when they are not even HTTP', async () => {
    const { port } = new URL(api.origin);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('POST /api/bookings HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n');
      });
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await professional.get('/api/me')).status).toBe(200);
  });

  it('never make the server fail, whatever JSON they hold', async () => {
    const fields = [
      'serviceId',
      'date',
      'time',
      'clientName',
      'clientPhone',
      'clientEmail',
      'link',
    ];
    const body = fc.oneof(
      fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 7 }),
      fc.jsonValue({ maxDepth: 4 }),
      fc.dictionary(fc.constantFrom(...fields), fc.string({ unit: 'binary', maxLength: 40 })),
    );
    let attempt = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(posts.length - 1), body, async (index, json) => {
        const [client, path] = posts[index] ?? [professional, '/api/bookings'];
        attempt += 1;
        const from = `198.51.100.${String(attempt % 250)}`;
        const harmless =
          path === '/api/sign-out' || path === '/api/door/leave' ? '/api/door/look' : path;
        const answer = await client.post(harmless, json, { headers: { 'x-forwarded-for': from } });
        expect([answer.status < 500 || answer.status === 503, answer.text]).toEqual([
          true,
          answer.text,
        ]);
      }),
      { numRuns: 300 },
    );
    expect(api.log.of('http.refused').filter(({ status }) => status === 500)).toEqual([]);
  });
});
