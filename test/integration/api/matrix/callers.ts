import { recordScopeSchema, type StaffRole } from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { RecordKeys } from '@tapaamo/record-system';
import { operate } from '../../../../apps/job-runner/src/operator/operate.js';
import type { ApiClient } from '../../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../../support/booked-visit.js';
import { buildOrganisation } from '../../../support/builders/organisation-builder.js';
import { buildProfessional } from '../../../support/builders/professional-builder.js';
import { buildTeam, share, standInFor } from '../../../support/builders/team-builder.js';
import { announceNode, enter, openDoor } from '../../../support/door.js';
import type { TestApi } from '../../../support/start-api.js';
import { actorOf, buildWorld, type TestOrganisation } from '../../../support/world.js';

/**
 * Everyone who may be calling. The visit that is asked for is `own`'s; it is shared with `sharedWith`, `standIn` stands in
 * on its day, `lead` leads a team of `own` and `otherLead` one of `colleague`. `foreign…` are of another organisation, in
 * the same place there; `disabled` has every role in an organisation that the operator disabled; `door` stands behind the
 * visit's door, the other doors behind other visits'.
 */
export const CALLERS = [
  'nobody',
  'signedOut',
  'deactivated',
  'disabled',
  'own',
  'sharedWith',
  'standIn',
  'colleague',
  'lead',
  'otherLead',
  'admin',
  'officer',
  'foreignOwn',
  'foreignSharedWith',
  'foreignStandIn',
  'foreignLead',
  'foreignOtherLead',
  'foreignAdmin',
  'foreignOfficer',
  'door',
  'otherDoor',
  'foreignDoor',
] as const;
export type Caller = (typeof CALLERS)[number];

/** Whose session is good, by role. */
export const PROFESSIONALS: readonly Caller[] = [
  'own',
  'sharedWith',
  'standIn',
  'colleague',
  'foreignOwn',
  'foreignSharedWith',
  'foreignStandIn',
];
export const LEADS: readonly Caller[] = ['lead', 'otherLead', 'foreignLead', 'foreignOtherLead'];
export const ADMINS: readonly Caller[] = ['admin', 'foreignAdmin'];
export const OFFICERS: readonly Caller[] = ['officer', 'foreignOfficer'];
export const MEET_CLIENTS: readonly Caller[] = [...PROFESSIONALS, ...LEADS];
export const STAFF: readonly Caller[] = [...MEET_CLIENTS, ...ADMINS, ...OFFICERS];
export const CLIENTS: readonly Caller[] = ['door', 'otherDoor', 'foreignDoor'];

/** Who decides over the visit that is asked for, and who reaches it. */
export const DECIDERS: readonly Caller[] = ['own', 'standIn', 'lead'];
export const REACHERS: readonly Caller[] = [...DECIDERS, 'sharedWith'];

/** Callers whose organisation is not the one that is asked for. */
export const isForeign = (caller: Caller): boolean => caller.startsWith('foreign');

/** Two organisations with the same people in the same places, everybody ready to call. */
export interface MatrixStage {
  world: TestOrganisation;
  foreign: TestOrganisation;
  /** The visit that is asked for, and its twin in the other organisation. */
  visit: BookedVisit;
  foreignVisit: BookedVisit;
  /** One of the staff who never calls. */
  member: Professional;
  /** The team of `otherLead`. */
  teamId: string;
  /** A key of the organisation's record system, with every scope. */
  keyId: string;
  recordKey: string;
  /** Stand-ins for `own`, one for each caller: who ends one leaves the others'. */
  standInIds: Record<Caller, string>;
  callers: Record<Caller, ApiClient>;
}

const ALL_SCOPES = { name: 'Avain', scopes: recordScopeSchema.options, lastDay: null };
const ALL: StaffRole[] = ['professional', 'team-lead', 'admin', 'data-protection-officer'];

/** Builds both organisations and signs everybody in. */
export async function setMatrixStage(api: TestApi): Promise<MatrixStage> {
  const world = await buildWorld(api.dataSource);
  const foreign = await buildWorld(api.dataSource, { name: 'Toinen' });
  await announceNode(api);
  const [visit, elsewhere, foreignVisit] = [
    await bookedVisit(api, world.offered),
    await bookedVisit(api, world.offered),
    await bookedVisit(api, foreign.offered),
  ];
  for (const { client, link } of [visit, elsewhere, foreignVisit]) {
    await openDoor(client, link);
  }
  await enter(visit.client);
  await enter(foreignVisit.client);
  const signedIn = async ({ email }: Professional): Promise<ApiClient> => {
    const client = api.client();
    await client.signIn(email);
    return client;
  };
  const ties = await tie(api, world, visit);
  const foreignTies = await tie(api, foreign, foreignVisit);
  const signedOut = await signedIn(world.colleague);
  const session = new Map(signedOut.cookies);
  await signedOut.post('/api/sign-out');
  session.forEach((value, name) => signedOut.cookies.set(name, value));
  const leaver = await buildProfessional(api.dataSource, world, {
    roles: ALL,
  });
  const deactivated = await signedIn(leaver);
  await api.dataSource.manager.update(
    Professional,
    { id: leaver.id },
    { deactivatedAt: api.clock.now() },
  );
  const closed = await buildOrganisation(api.dataSource, { name: 'Suljettu' });
  const disabled = await signedIn(await buildProfessional(api.dataSource, closed, { roles: ALL }));
  await operate(
    ['organisation', 'disable', '--organisation', closed.organisationId],
    () => api.config,
    {
      clock: api.clock,
    },
  );
  const made = await api.get(RecordKeys).make(actorOf(world.admin), ALL_SCOPES);
  const { id: keyId, key: recordKey } = made;
  return {
    world,
    foreign,
    visit,
    foreignVisit,
    member: await buildProfessional(api.dataSource, world),
    teamId: ties.otherTeamId,
    keyId,
    recordKey,
    standInIds: ties.standInIds,
    callers: {
      nobody: api.client(),
      signedOut,
      deactivated,
      disabled,
      own: visit.professional,
      sharedWith: await signedIn(ties.sharedWith),
      standIn: await signedIn(ties.standIn),
      colleague: await signedIn(world.colleague),
      lead: await signedIn(world.lead),
      otherLead: await signedIn(ties.otherLead),
      admin: await signedIn(world.admin),
      officer: await signedIn(world.officer),
      foreignOwn: foreignVisit.professional,
      foreignSharedWith: await signedIn(foreignTies.sharedWith),
      foreignStandIn: await signedIn(foreignTies.standIn),
      foreignLead: await signedIn(foreign.lead),
      foreignOtherLead: await signedIn(foreignTies.otherLead),
      foreignAdmin: await signedIn(foreign.admin),
      foreignOfficer: await signedIn(foreign.officer),
      door: visit.client,
      otherDoor: elsewhere.client,
      foreignDoor: foreignVisit.client,
    },
  };
}

/** Ties colleagues to a visit: by a share, a stand-in and a team; and makes a team that has nothing to do with it. */
async function tie(api: TestApi, world: TestOrganisation, { visitId, account }: BookedVisit) {
  const sharedWith = await buildProfessional(api.dataSource, world);
  const standIn = await buildProfessional(api.dataSource, world);
  const otherLead = await buildProfessional(api.dataSource, world, { roles: ['team-lead'] });
  await share(api.dataSource, { world, visitId, professionalId: sharedWith.id });
  const days = { world, absentId: account.id, firstDay: '2027-02-10', lastDay: '2027-02-10' };
  const standingIn = { ...days, standInId: standIn.id };
  await standInFor(api.dataSource, standingIn);
  const ended = {
    ...days,
    standInId: world.colleague.id,
    firstDay: '2027-03-01',
    lastDay: '2027-03-01',
  };
  const ids = await Promise.all(
    CALLERS.map(async (one) => [one, await standInFor(api.dataSource, ended)] as const),
  );
  await buildTeam(api.dataSource, world, { leads: [world.lead.id], members: [account.id] });
  return {
    sharedWith,
    standIn,
    otherLead,
    otherTeamId: await buildTeam(api.dataSource, world, {
      leads: [otherLead.id],
      members: [world.colleague.id],
    }),
    standInIds: Object.fromEntries(ids) as Record<Caller, string>,
  };
}
