import {
  exportHeadSchema,
  exportKeySchema,
  exportedVisitSchema,
  type ExportedVisit,
} from '@tapaamo/contracts';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const KEY = '/api/organisation/export-key';
const FILE = '/api/organisation/export';

/** Looks like a key, and its checksum is wrong. */
const MISTYPED = `age1${'q'.repeat(58)}`;

/** Known in both organisations. */
const AKE = { clientName: 'Åke Öhman', clientPhone: '040 765 4321' };

describe('the exported file of living visits', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let ake: BookedVisit;
  let akeLater: BookedVisit;
  let akeElsewhere: BookedVisit;
  let namesake: BookedVisit;
  let admin: ApiClient;
  let officer: ApiClient;
  let identity: string;
  let recipient: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await bookedVisit(api, other.service, AKE);
    ake = await bookedVisit(api, world.service, AKE);
    akeLater = await bookedVisit(api, world.service, { ...AKE, date: '2027-03-10' });
    akeElsewhere = await bookedVisit(api, world.offered, AKE);
    namesake = await bookedVisit(api, world.service, { ...AKE, clientPhone: '040 111 2222' });
    identity = await generateIdentity();
    recipient = await identityToRecipient(identity);
    [admin, officer] = [api.client(), api.client()];
    await admin.signIn(world.admin.email);
    await officer.signIn(world.officer.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const sealedFor = async (client: ApiClient, wish: object = {}): Promise<Uint8Array> => {
    const response = await fetch(`${api.origin}${FILE}`, {
      method: 'POST',
      headers: client.headers({}, true),
      body: JSON.stringify({ recipient, ...wish }),
    });
    expect(response.status).toBe(200);
    return new Uint8Array(await response.arrayBuffer());
  };

  /** The file once it is opened: its head, and its visits. */
  const fetched = async (
    client: ApiClient,
    wish: object = {},
  ): Promise<{ head: object; visits: ExportedVisit[] }> => {
    const opening = new Decrypter();
    opening.addIdentity(identity);
    const text = await opening.decrypt(await sealedFor(client, wish), 'text');
    const [head, ...visits] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    return {
      head: exportHeadSchema.parse(head),
      visits: visits.map((visit) => exportedVisitSchema.parse(visit)),
    };
  };
  const idsOf = (visits: readonly { visitId: string }[]) =>
    visits.map(({ visitId }) => visitId).toSorted();
  const codeOf = async (client: ApiClient, wish: object = {}) =>
    expectProblem(await client.post(FILE, { recipient, ...wish })).code;
  const told = async (wanted = 'visits.exported') =>
    (await entriesOf(api, world.organisationId)).filter(({ event }) => event === wanted);

  it('is not made before somebody says for whom it is sealed', async () => {
    const { json } = await officer.get(KEY);
    expect(json).toEqual({ recipient: null, setAt: null, isOwn: false });
    expect(await codeOf(officer)).toBe('export.no-key');
  });

  it.each([['age1'], [''], ['AGE-SECRET-KEY-1QQQ'], [`age1${'b'.repeat(58)}`], [MISTYPED]])(
    'is sealed for no key like "%s"',
    async (wrong) => {
      const answer = await admin.post(KEY, { recipient: wrong });
      expect(expectProblem(answer)).toMatchObject({
        status: 400,
        fields: [{ field: 'recipient' }],
      });
      expect(answer.text).not.toContain(wrong || '""');
      const { json } = await officer.get(KEY);
      expect(json).toMatchObject({ recipient: null });
    },
  );

  it('is fetched by another than who set the key, and has every living visit of the organisation', async () => {
    const set = expectAnswer(await admin.post(KEY, { recipient }), 200, exportKeySchema);
    expect(set).toEqual({ recipient, setAt: api.clock.now().toISOString(), isOwn: true });
    expect(await told('export-key.set')).toMatchObject([{ actorId: world.admin.id }]);
    expect(await codeOf(admin)).toBe('export.own-key');
    expect(expectProblem(await officer.post(KEY, { recipient })).status).toBe(404);

    const { head, visits } = await fetched(officer);
    expect(head).toMatchObject({ organisationId: world.organisationId, visits: 4 });
    const expected = [ake, akeLater, akeElsewhere, namesake];
    expect(idsOf(visits)).toEqual(idsOf(expected));
    expect(visits.find(({ visitId }) => visitId === akeLater.visitId)).toEqual({
      visitId: akeLater.visitId,
      serviceName: world.service.nameFi,
      professionalName: akeLater.account.displayName,
      startsAt: akeLater.booking.startsAt,
      endsAt: akeLater.booking.endsAt,
      status: 'booked',
      purgeDueAt: akeLater.booking.purgeDueAt,
      recordReference: null,
      people: [
        {
          role: 'client',
          name: AKE.clientName,
          phone: '+358407654321',
          email: null,
          language: null,
          hetu: null,
        },
      ],
      unopened: 0,
    });
    const [entry, ...others] = await told();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actorId: world.officer.id,
      targetId: world.organisationId,
      details: { count: 4 },
    });
    expect(entry?.visits.toSorted()).toEqual(idsOf(expected));
  });

  it('is sealed for the key that was seen, and for no other that somebody set meanwhile', async () => {
    const another = await identityToRecipient(await generateIdentity());
    expect(await codeOf(officer, { recipient: another })).toBe('settings.changed-meanwhile');
    expect(await told()).toHaveLength(1);
  });

  it('has a visit that does not open without its people, and says so', async () => {
    await api.dataSource.query(
      "UPDATE participant SET envelope = $1 WHERE visit_id = $2 AND role = 'client'",
      [Buffer.alloc(64), namesake.visitId],
    );
    const { visits } = await fetched(officer);
    const damaged = visits.find(({ visitId }) => visitId === namesake.visitId);
    expect(damaged).toMatchObject({ people: [], unopened: 1 });
  });

  it('has nothing that is due, and opens with no other key', async () => {
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    api.clock.set(ake.booking.purgeDueAt);
    const late = api.client();
    await late.signIn(second.email);
    const { head, visits } = await fetched(late);
    expect(head).toMatchObject({ visits: 1 });
    expect(idsOf(visits)).toEqual([akeLater.visitId]);
    const opening = new Decrypter();
    opening.addIdentity(await generateIdentity());
    await expect(opening.decrypt(await sealedFor(late), 'text')).rejects.toThrow();
  });
});
