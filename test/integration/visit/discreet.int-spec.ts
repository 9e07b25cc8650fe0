import type { UnidentifiedReason } from '@tapaamo/contracts';
import { renameSync } from 'node:fs';
import { doorViewSchema, type ServiceSettings } from '@tapaamo/contracts';
import { Organisation, type Service } from '@tapaamo/organisation';
import { expectAnswer } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { invitationOf } from '../../support/builders/booking-builder.js';
import { buildService } from '../../support/builders/organisation-builder.js';
import { newService } from '../../support/builders/settings-builder.js';
import {
  announceNode,
  arrivalOf,
  doorSession,
  enter,
  identify,
  openDoor,
  readVisit,
  sessionIdsOf,
  visitPath,
} from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** What would tell who invites, and to what. */
const TELLING = /Mallila|Salonen|ihde|Missbruk|Substance|Neuvon|rådgivning|advice|0b5c5c|logo/;

describe('a visit to a discreet service', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let service: Service;

  beforeAll(async () => {
    api = await startApi();
    await announceNode(api);
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    await api.dataSource.manager.update(
      Organisation,
      { id: world.organisationId },
      { accentColour: '#0b5c5c', smsSender: 'Mallila', mailSender: 'Mallila' },
    );
    const settings: Partial<Service> = { nameFi: 'Päihdepalvelut', discreet: true };
    service = await buildService(api.dataSource, world, {
      ...settings,
      identificationLevel: 'required',
    });
  });

  afterAll(() => api.close());

  const admit = async (
    {
      professional,
      visitId,
      participantId,
    }: Pick<BookedVisit, 'professional' | 'visitId' | 'participantId'>,
    reason?: UnidentifiedReason,
  ) => {
    const arrival = await arrivalOf(api, { visitId, participantId });
    const path = visitPath(visitId, `/participants/${participantId}/admit`);
    expect((await professional.post(path, { ...arrival, reason })).status).toBe(204);
  };

  it('is told of by messages that name nobody', async () => {
    const { visitId } = await bookedVisit(api, service);
    const invitation = await invitationOf(api, visitId);
    expect(JSON.stringify(invitation)).not.toMatch(TELLING);
    expect(invitation).toMatchObject({ sender: 'Tapaaminen' });
  });

  it('tells nothing to who looks through the link or opens it', async () => {
    const { link, client } = await bookedVisit(api, service);
    const seen = await api.client().post('/api/door/look', { link });
    expect(expectAnswer(seen, 200, doorViewSchema)).toMatchObject({
      state: 'open',
      discreet: true,
      inviter: null,
    });
    expect(seen.text).not.toMatch(TELLING);
    expect(JSON.stringify(await openDoor(client, link))).not.toMatch(TELLING);
  });

  it('tells who invites once the client is identified, in that browser only', async () => {
    const { link, client, visitId, participantId } = await bookedVisit(api, service);
    await openDoor(client, link);
    const [sessionId = ''] = await sessionIdsOf(api, participantId);
    await identify(api, { visitId, participantId, sessionId });
    expect((await doorSession(client)).view).toMatchObject({
      discreet: true,
      inviter: {
        professionalName: 'Sanna Salonen',
        accentColour: '#0b5c5c',
        notice: { legalBasis: 'public-interest' },
      },
    });
    const other = api.client();
    expect((await openDoor(other, link)).view).toMatchObject({ inviter: null });
  });

  it('tells nothing to who identifies as somebody else, before they are let in', async () => {
    const { link, client, professional, visitId, participantId } = await bookedVisit(api, service);
    await openDoor(client, link);
    const [sessionId = ''] = await sessionIdsOf(api, participantId);
    await identify(api, { visitId, participantId, sessionId }, 'different-name');
    const silent = async () => {
      const session = await doorSession(client);
      expect(session).toMatchObject({ identified: true, view: { state: 'open', inviter: null } });
      expect(JSON.stringify(session)).not.toMatch(TELLING);
    };
    await silent();
    const access = await enter(client);
    const claims = Buffer.from(access.token.split('.')[1] ?? '', 'base64url').toString();
    expect(JSON.stringify(access) + claims).not.toMatch(TELLING);
    await silent();
    // Perhaps it is the client with a new name: the professional knows, and lets them in.
    await admit({ professional, visitId, participantId }, 'name-changed');
    expect((await doorSession(client)).view).toMatchObject({
      inviter: { professionalName: 'Sanna Salonen' },
    });
    await professional.post(visitPath(visitId, '/end'));
    const ended = await doorSession(client);
    expect(ended.view).toMatchObject({ state: 'ended', discreet: true });
    expect(JSON.stringify(ended)).not.toMatch(TELLING);
  });

  it('tells nothing, and goes on, while no verdict can be opened', async () => {
    const { link, client, visitId, participantId } = await bookedVisit(api, service);
    await openDoor(client, link);
    const [sessionId = ''] = await sessionIdsOf(api, participantId);
    await identify(api, { visitId, participantId, sessionId });
    const [folder, away] = [api.config.KEY_STORE_DIR, `${api.config.KEY_STORE_DIR}-away`];
    renameSync(folder, away);
    const during = await doorSession(client).finally(() => renameSync(away, folder));
    expect(during).toMatchObject({ identified: true, view: { inviter: null } });
    expect((await doorSession(client)).view).toMatchObject({
      inviter: { professionalName: 'Sanna Salonen' },
    });
  });

  it('tells who invites once the client is let in, where nobody identifies', async () => {
    const unnamed = await buildService(api.dataSource, world, { discreet: true });
    const { link, client, professional, visitId, participantId } = await bookedVisit(api, unnamed);
    await openDoor(client, link);
    await enter(client);
    expect((await doorSession(client)).view).toMatchObject({ inviter: null });
    await admit({ professional, visitId, participantId });
    expect((await doorSession(client)).view).toMatchObject({
      inviter: { professionalName: 'Sanna Salonen' },
    });
  });

  it('stays as it was booked when the service changes, and the next is as the service is then', async () => {
    const before = await bookedVisit(api, service);
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const changed = {
      ...newService({ discreet: false, identificationLevel: 'off' }),
      active: true,
    };
    const answer = await admin.post(`/api/organisation/services/${service.id}`, {
      ...changed,
      version: 1,
    } satisfies Partial<ServiceSettings>);
    expect(answer.status).toBe(200);
    const look = async (link: string) =>
      expectAnswer(await api.client().post('/api/door/look', { link }), 200, doorViewSchema);
    expect(await look(before.link)).toMatchObject({
      inviter: null,
      identificationLevel: 'required',
    });
    expect((await readVisit(before.professional, before.visitId)).identificationLevel).toBe(
      'required',
    );
    const after = await bookedVisit(api, service);
    expect(await look(after.link)).toMatchObject({
      identificationLevel: 'off',
      inviter: { professionalName: 'Sanna Salonen' },
    });
  });
});
