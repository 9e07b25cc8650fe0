import { doorViewSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { changedTables, databaseSnapshot } from '../../support/database-snapshot.js';
import { doorSession, openDoor, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const NOBODY = { name: null, phone: null, email: null };

describe('the client’s link', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(() => {
    api.clock.set(NOW);
  });

  afterAll(async () => {
    await api.close();
  });

  const look = (client: ApiClient, link: string) => client.post('/api/door/look', { link });

  it('shows who invites, when, and the day of forgetting, but neither the client nor the service', async () => {
    const { client, link } = await bookedVisit(api, world.required, { clientName: 'Aino Kanaria' });
    const answer = await look(client, link);
    expect(expectAnswer(answer, 200, doorViewSchema)).toEqual({
      state: 'open',
      discreet: false,
      inviter: {
        organisationName: {
          fi: 'Mallilan hyvinvointialue',
          sv: 'Mallilan hyvinvointialue (sv)',
          en: 'Mallilan hyvinvointialue (en)',
        },
        professionalName: 'Sanna Salonen',
        accentColour: null,
        logo: null,
        notice: {
          purpose: {
            fi: 'Neuvonnan etätapaamisten järjestäminen.',
            sv: 'Ordna distansmöten för rådgivning.',
            en: 'Arranging remote visits for advice.',
          },
          legalBasis: 'public-interest',
          contact: NOBODY,
          officer: NOBODY,
          rights: null,
        },
      },
      languages: ['fi', 'sv', 'en'],
      startsAt: '2027-02-10T08:15:00.000Z',
      endsAt: '2027-02-10T08:45:00.000Z',
      opensAt: '2027-02-10T07:15:00.000Z',
      identificationLevel: 'required',
      purgeDueAt: '2027-03-10T08:45:00.000Z',
    });
    expect(answer.text).not.toMatch(/Aino|Kanaria|358401234567|Perheohjaus/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.setCookies).toEqual([]);
  });

  it('changes no row, however often it is looked at, before, during and after the visit', async () => {
    const { client, link, visitId, professional } = await bookedVisit(api, world.service);
    const states: unknown[] = [];
    for (const [instant, ends] of [
      [NOW, false],
      ['2027-02-10T08:50:00Z', true],
      ['2027-03-11T08:00:00Z', false],
    ] as const) {
      api.clock.set(instant);
      if (ends) {
        await professional.post(visitPath(visitId, '/end'));
      }
      const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
      const answers = await Promise.all(Array.from({ length: 20 }, () => look(client, link)));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      states.push((answers[0]?.json as { state: unknown }).state);
      const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
      expect(changedTables(before, after)).toEqual([]);
    }
    expect(states).toEqual(['open', 'ended', 'forgetting']);
  });

  it('says that a visit has ended and when it is forgotten', async () => {
    const { client, link, visitId, professional } = await bookedVisit(api, world.service);
    await professional.post(visitPath(visitId, '/end'));
    expect(expectAnswer(await look(client, link), 200, doorViewSchema)).toEqual({
      state: 'ended',
      discreet: false,
      cancelled: true,
      endedAt: NOW,
      purgeDueAt: '2027-03-10T08:00:00.000Z',
    });
    expect(expectProblem(await client.post('/api/door/open', { link, language: 'fi' })).code).toBe(
      'visit.ended',
    );
  });

  it('says that it is being forgotten from the due instant on, before any sweep, and nothing more', async () => {
    const { client, link } = await bookedVisit(api, world.service);
    api.clock.set('2027-03-10T08:44:59.999Z');
    expect((await look(client, link)).json).toMatchObject({ state: 'open' });
    api.clock.set('2027-03-10T08:45:00.000Z');
    expect((await look(client, link)).json).toEqual({ state: 'forgetting' });
    expect(expectProblem(await client.post('/api/door/open', { link, language: 'fi' })).code).toBe(
      'visit.ended',
    );
  });

  it.each([
    ['truncated', (link: string) => link.slice(0, 42), 'request.invalid'],
    ['longer', (link: string) => `${link}a`, 'request.invalid'],
    [
      'with another last letter',
      (link: string) => `${link.slice(0, 41)}${link.endsWith('a') ? 'b' : 'a'}_`,
      'link.unknown',
    ],
    ['never made', () => 'A'.repeat(43), 'link.unknown'],
    ['with a wildcard', (link: string) => `${link.slice(0, 42)}%`, 'request.invalid'],
  ])('that is %s leads nowhere', async (_, change, code) => {
    const { client, link } = await bookedVisit(api, world.service);
    for (const path of ['/api/door/look', '/api/door/open']) {
      const body = { link: change(link), ...(path.endsWith('open') ? { language: 'fi' } : {}) };
      const problem = expectProblem(await client.post(path, body));
      expect(problem.code).toBe(code);
    }
    expect(client.cookies.size).toBe(0);
  });

  it('is exchanged for a session of this browser when a person acts', async () => {
    const { client, link, participantId } = await bookedVisit(api, world.service);
    const answer = await client.post('/api/door/open', { link, language: 'sv' });
    expect(answer.json).toMatchObject({
      participantId,
      language: 'sv',
      identified: false,
      admission: 'outside',
      inUseElsewhere: false,
      view: { state: 'open' },
    });
    expect(answer.setCookies).toEqual([
      expect.stringMatching(
        /^__Host-tapaamo-door=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    await expect(doorSession(client)).resolves.toEqual(answer.json);
  });

  it('and the session’s secret are in the database as hashes only', async () => {
    const { client, link } = await bookedVisit(api, world.service);
    await openDoor(client, link);
    const secret = client.cookies.get('__Host-tapaamo-door') ?? '';
    expect(secret).toHaveLength(43);
    const rows = JSON.stringify(await databaseSnapshot(api.database.adminUrl, { besides: [] }));
    for (const value of [link, secret]) {
      expect(rows).not.toContain(value);
      expect(rows).not.toContain(Buffer.from(value).toString('hex'));
      expect(rows).not.toContain(Buffer.from(value, 'base64url').toString('hex'));
    }
  });

  it('keeps the language that is chosen behind the door', async () => {
    const { client, link } = await bookedVisit(api, world.service);
    await openDoor(client, link, 'fi');
    expect((await client.post('/api/door/language', { language: 'en' })).status).toBe(204);
    await expect(doorSession(client)).resolves.toMatchObject({ language: 'en' });
    expect(
      expectProblem(await client.post('/api/door/language', { language: 'se' })).fields,
    ).toEqual([{ field: 'language', code: 'field.invalid' }]);
  });

  it('opens a session for as long as the visit can be open, however early it was tried', async () => {
    const { client, link } = await bookedVisit(api, world.service, { date: '2027-02-12' });
    await openDoor(client, link);
    api.clock.set('2027-02-12T20:44:59.999Z');
    await doorSession(client);
    api.clock.set('2027-02-12T20:45:00.000Z');
    expect(expectProblem(await client.get('/api/door'))).toMatchObject({
      code: 'door.session-required',
      status: 401,
    });
  });

  it('goes on with the session of a browser that opens it again', async () => {
    const { client, link } = await bookedVisit(api, world.service);
    await openDoor(client, link, 'fi');
    const before = client.cookies.get('__Host-tapaamo-door');
    await expect(openDoor(client, link, 'en')).resolves.toMatchObject({ language: 'en' });
    expect(client.cookies.get('__Host-tapaamo-door')).toBe(before);
    const other = api.client();
    await openDoor(other, link);
    expect(other.cookies.get('__Host-tapaamo-door')).not.toBe(before);
  });

  it('opened in another tab does not let the first tab act in that other visit', async () => {
    const first = await bookedVisit(api, world.service);
    const second = await bookedVisit(api, world.service);
    await openDoor(first.client, first.link);
    const asFirst = { headers: { 'x-tapaamo-participant': first.participantId } };
    expect((await first.client.get('/api/door', asFirst)).status).toBe(200);
    await openDoor(first.client, second.link);
    for (const answer of [
      await first.client.get('/api/door', asFirst),
      await first.client.post('/api/door/enter', {}, asFirst),
      await first.client.post('/api/door/leave', {}, asFirst),
    ]) {
      expect(expectProblem(answer).code).toBe('door.session-required');
    }
    await expect(doorSession(first.client)).resolves.toMatchObject({
      participantId: second.participantId,
    });
  });

  it.each(['', 'x', 'A'.repeat(43), '%00', 'A'.repeat(5_000)])(
    'is needed again where the cookie is %j',
    async (cookie) => {
      const answer = await api.client().get('/api/door', {
        headers: { cookie: `__Host-tapaamo-door=${cookie}` },
      });
      expect(expectProblem(answer).code).toBe('door.session-required');
    },
  );
});
