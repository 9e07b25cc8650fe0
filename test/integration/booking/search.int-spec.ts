import { FOUND_BOOKINGS_MAX, foundBookingsSchema, type FoundBookings } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { book } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, share, standInFor } from '../../support/builders/team-builder.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const SEARCH = '/api/bookings/search';

describe('finding bookings by the client’s name', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let accountId: string;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    [accountId, professional] = await newProfessional();
  });

  afterAll(async () => {
    await api.close();
  });

  const newProfessional = async (): Promise<[string, ApiClient]> => {
    const account = await buildProfessional(api.dataSource, world);
    const client = api.client();
    await client.signIn(account.email);
    return [account.id, client];
  };
  const search = async (name: string, client = professional, more = {}): Promise<FoundBookings> =>
    expectAnswer(await client.post(SEARCH, { name, ...more }), 200, foundBookingsSchema);
  const namesFound = async (name: string, client = professional, more = {}) =>
    (await search(name, client, more)).bookings.map((booking) => booking.client?.name);

  it.each([
    ['a whole name', 'Aino Mäkelä'],
    ['the family name first', 'mäkelä, AINO'],
    ['the beginning of a word', 'mäk'],
    ['the beginnings of two words', 'mä ai'],
    ['a keyboard without Ä', 'makela'],
    ['Ä written as two letters', 'maekela'],
    ['only the second half of a name with a hyphen', 'oja'],
    ['another hyphen and spaces around', '  mäkelä – oja '],
  ])('finds a client by %s', async (_, name) => {
    await book(professional, world.service, { clientName: 'Aino Mäkelä-Oja' });
    await book(professional, world.service, { clientName: 'Sami Sauna', time: '12:00' });
    await expect(namesFound(name)).resolves.toEqual(['Aino Mäkelä-Oja']);
  });

  it.each([
    ['Nguyễn Thị Hoa', 'nguyen hoa'],
    ['Søren Łukasz', 'lukasz'],
    ['Maja D’Angelo', "d'ang"],
    ['Марія Коваль', 'КОВАЛЬ'],
  ])('finds %s by %s', async (clientName, name) => {
    await book(professional, world.service, { clientName });
    await expect(namesFound(name)).resolves.toEqual([clientName]);
  });

  it.each([
    ['two people’s words', 'Aino Sauna'],
    ['the middle of a word', 'kelä'],
    ['another letter', 'Mökelä'],
    ['no letters', '--'],
    ['what a database would take for a pattern', '%%'],
  ])('finds nobody by %s', async (_, name) => {
    await book(professional, world.service, { clientName: 'Aino Mäkelä' });
    await book(professional, world.service, { clientName: 'Sami Sauna', time: '12:00' });
    await expect(search(name)).resolves.toEqual({ bookings: [], hasMore: false });
  });

  it('answers with what is ahead, the next first, and then with what has been, the latest first', async () => {
    for (const time of ['10:15', '11:00', '13:00', '14:00']) {
      await book(professional, world.service, { time });
    }
    await book(professional, world.service, { date: '2027-05-20', time: '09:00' });
    // 12.00 in Helsinki.
    api.clock.set('2027-02-10T10:00:00.000Z');
    const { bookings } = await search('virtanen');
    expect(bookings.map(({ startsAt }) => startsAt)).toEqual([
      '2027-02-10T11:00:00.000Z',
      '2027-02-10T12:00:00.000Z',
      '2027-05-20T06:00:00.000Z',
      '2027-02-10T09:00:00.000Z',
      '2027-02-10T08:15:00.000Z',
    ]);
  });

  it('answers as the list does, and with no more than can be read', async () => {
    const first = await book(professional, world.service, { durationMinutes: 5 });
    for (let count = 1; count <= FOUND_BOOKINGS_MAX; count += 1) {
      const day = String(10 + Math.floor(count / 10)).padStart(2, '0');
      const time = `1${String(count % 10)}:30`;
      const date = `2027-03-${day}`;
      await book(professional, world.service, { date, time, durationMinutes: 5 });
    }
    const found = await search('aino');
    expect(found.bookings).toHaveLength(FOUND_BOOKINGS_MAX);
    expect(found.bookings[0]).toEqual(first);
    expect(found.hasMore).toBe(true);
  });

  it('finds what one reaches and nothing else', async () => {
    const [colleagueId, colleague] = await newProfessional();
    const [leadId] = await newProfessional();
    await book(colleague, world.service, { clientName: 'Kaisa Kolli', time: '10:15' });
    const shared = await book(colleague, world.service, {
      clientName: 'Kati Kolli',
      time: '12:00',
    });
    await expect(namesFound('kolli')).resolves.toEqual([]);
    await share(api.dataSource, { world, visitId: shared.visitId, professionalId: accountId });
    await expect(namesFound('kolli')).resolves.toEqual(['Kati Kolli']);
    const today = { firstDay: '2027-02-10', lastDay: '2027-02-10' };
    const tie = { world, absentId: colleagueId, standInId: leadId, ...today };
    await standInFor(api.dataSource, tie);
    await standInFor(api.dataSource, { ...tie, standInId: accountId });
    await expect(namesFound('kolli')).resolves.toEqual(['Kaisa Kolli', 'Kati Kolli']);
    const elsewhere = await buildWorld(api.dataSource, { name: 'Muualla' });
    const stranger = api.client();
    await stranger.signIn(elsewhere.professional.email);
    await expect(namesFound('kolli', stranger)).resolves.toEqual([]);
  });

  it('finds a team’s only for its lead, who asks for it', async () => {
    await book(professional, world.service, { clientName: 'Taru Tiimi' });
    const lead = api.client();
    await lead.signIn(world.lead.email);
    await buildTeam(api.dataSource, world, { leads: [world.lead.id], members: [accountId] });
    const team = { scope: 'team' };
    await expect(namesFound('tiimi', lead)).resolves.toEqual([]);
    await expect(namesFound('tiimi', lead, team)).resolves.toEqual(['Taru Tiimi']);
    const [, other] = await newProfessional();
    await expect(namesFound('tiimi', other, team)).resolves.toEqual([]);
  });

  it('finds nobody from the due instant on', async () => {
    const { purgeDueAt } = await book(professional, world.service);
    api.clock.set(purgeDueAt);
    api.clock.advance(-1);
    await professional.signIn((await emailOf(accountId)) ?? '');
    await expect(namesFound('virtanen')).resolves.toHaveLength(1);
    api.clock.advance(1);
    await expect(namesFound('virtanen')).resolves.toEqual([]);
  });

  it('is told of as a search, with whom it showed', async () => {
    const { visitId } = await book(professional, world.service, { clientName: 'Liisa Loki' });
    await book(professional, world.service, { clientName: 'Sami Sauna', time: '12:00' });
    await search('loki');
    await search('nobody');
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event, actorId }) => event === 'client-identifiers.viewed' && actorId === accountId,
    );
    expect(told).toMatchObject([
      { visits: [visitId], details: { place: 'booking-search', count: 1 } },
    ]);
  });

  it('leaves the name in no log', async () => {
    await search('Lokinen-Salainen');
    expect(api.log.lines.join()).toContain(SEARCH);
    expect(api.log.lines.join()).not.toMatch(/lokinen|salainen/i);
  });

  it.each([
    ['no name', {}, 'name', 'field.missing'],
    ['an empty name', { name: '  ' }, 'name', 'field.missing'],
    ['one letter', { name: 'a' }, 'name', 'field.missing'],
    ['a name of 121 letters', { name: 'a'.repeat(121) }, 'name', 'field.too-long'],
    ['a number', { name: 12 }, 'name', 'field.invalid'],
    ['somebody else', { name: 'Aino', professionalId: 'x' }, 'professionalId', 'field.unknown'],
  ])('refuses %s', async (_, body, field, code) => {
    const problem = expectProblem(await professional.post(SEARCH, body));
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field, code }] });
  });

  it('refuses nothing of 120 marks and letters', async () => {
    await book(professional, world.service);
    await expect(namesFound('\u0301\u202e\0'.repeat(40))).resolves.toEqual([]);
    await expect(namesFound('a '.repeat(60).trim())).resolves.toEqual(['Aino Virtanen']);
  });

  const emailOf = async (id: string) => {
    const rows = await api.dataSource.query<{ email: string }[]>(
      'SELECT email FROM professional WHERE id = $1',
      [id],
    );
    return rows[0]?.email;
  };
});
