import { exportHeadSchema, exportKeySchema, exportedVisitSchema } from '@tapaamo/contracts';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const KEY = '/api/organisation/export-key';
const FILE = '/api/organisation/export';

describe('the exported file of living visits', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visits: BookedVisit[];
  let admin: ApiClient;
  let officer: ApiClient;
  let identity: string;
  let recipient: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await bookedVisit(api, other.service);
    visits = [
      await bookedVisit(api, world.service, { clientName: 'Åke Öhman' }),
      await bookedVisit(api, world.service, { clientName: 'Ääri Öinen' }),
    ];
    identity = await generateIdentity();
    recipient = await identityToRecipient(identity);
    [admin, officer] = [api.client(), api.client()];
    await admin.signIn(world.admin.email);
    await officer.signIn(world.officer.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const sealedFor = async (client: ApiClient): Promise<Uint8Array> => {
    const headers = client.headers({}, true);
    const response = await fetch(`${api.origin}${FILE}`, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(200);
    return new Uint8Array(await response.arrayBuffer());
  };

  /** The lines of the file once it is opened. */
  const fetched = async (client: ApiClient): Promise<unknown[]> => {
    const bytes = await sealedFor(client);
    const opening = new Decrypter();
    opening.addIdentity(identity);
    const text = await opening.decrypt(bytes, 'text');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  };

  it('is not made before somebody says for whom it is sealed', async () => {
    expectAnswer(await officer.get(KEY), 200, exportKeySchema);
    expect(expectProblem(await officer.post(FILE, {}))).toMatchObject({
      status: 409,
      code: 'export.no-key',
    });
  });

  it.each([['age1'], [''], ['AGE-SECRET-KEY-1QQQ'], [`age1${'b'.repeat(58)}`]])(
    'is sealed for no key like %s',
    async (wrong) => {
      const { json } = await admin.post(KEY, { recipient: wrong });
      expect(json).toMatchObject({ status: 400, fields: [{ field: 'recipient' }] });
    },
  );

  it('is fetched by another than who set the key, and has every living visit of the organisation', async () => {
    const set = expectAnswer(await admin.post(KEY, { recipient }), 200, exportKeySchema);
    expect(set).toEqual({ recipient, setAt: api.clock.now().toISOString(), isOwn: true });
    expect(expectProblem(await admin.post(FILE, {})).code).toBe('export.own-key');
    expect(expectProblem(await officer.post(KEY, { recipient })).code).toBe(
      'access.denied-or-missing',
    );

    const [head, ...rest] = await fetched(officer);
    expect(exportHeadSchema.parse(head)).toMatchObject({
      organisationId: world.organisationId,
      visits: 2,
    });
    const exported = rest.map((visit) => exportedVisitSchema.parse(visit));
    const expected = visits.map(({ visitId, booking }) =>
      expect.objectContaining({
        visitId,
        startsAt: booking.startsAt,
        purgeDueAt: booking.purgeDueAt,
        people: [expect.objectContaining({ role: 'client', name: booking.client?.name })],
      }),
    );
    expect(exported).toHaveLength(2);
    expect(exported).toEqual(expect.arrayContaining(expected));
    const entries = await entriesOf(api, world.organisationId);
    const told = entries.find(({ event }) => event === 'visits.exported');
    expect(told).toMatchObject({ event: 'visits.exported', details: { count: 2 } });
    expect(told?.visits.toSorted()).toEqual(visits.map(({ visitId }) => visitId).toSorted());
  });

  it('has nothing that is due, and opens with no other key', async () => {
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    api.clock.set(visits[0]?.booking.purgeDueAt ?? '');
    const late = api.client();
    await late.signIn(second.email);
    const lines = await fetched(late);
    expect(lines).toHaveLength(1);
    const bytes = await sealedFor(late);
    const opening = new Decrypter();
    opening.addIdentity(await generateIdentity());
    await expect(opening.decrypt(bytes, 'text')).rejects.toThrow();
  });
});
