import { randomUUID } from 'node:crypto';
import { OrganisationScope } from '@tapaamo/database';
import {
  SignInProvider,
  StaffSession,
  StaffSessionService,
  type Professional,
} from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { PASSWORD, buildProfessional } from '../../support/builders/professional-builder.js';
import { eventually } from '../../support/eventually.js';
import { ProviderStage, signedInAs } from '../sign-in-provider/support/provider-stage.js';

describe('a sign-in under way', () => {
  let stage: ProviderStage;
  let account: Professional;

  beforeAll(async () => {
    stage = await ProviderStage.open();
  });

  beforeEach(async () => {
    await stage.configure();
    account = await buildProfessional(stage.api.dataSource, stage.world);
  });

  afterAll(() => stage.close());

  const staff = () => ({ organisationId: account.organisationId, professionalId: account.id });
  const inOrganisation = <T>(act: (tx: EntityManager) => Promise<T>) =>
    stage.api.get(OrganisationScope).of(account.organisationId, act);
  const sessions = () => stage.api.get(StaffSessionService);
  const rows = () =>
    stage.api.dataSource.manager.countBy(StaffSession, { professionalId: account.id });
  const signIn = () =>
    stage.api.client().post('/api/sign-in', { email: account.email, password: PASSWORD });
  /** Somebody else's transaction, which stays open until it is told to commit. */
  const holding = async (
    act: (tx: EntityManager) => Promise<unknown>,
    transaction: typeof inOrganisation<void> = inOrganisation,
  ) => {
    const [begun, ending] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const held = transaction(async (tx) => {
      await act(tx);
      begun.resolve(null);
      await ending.promise;
    });
    await begun.promise;
    return async () => {
      ending.resolve(null);
      await held;
    };
  };
  const waiting = (count = 1) =>
    eventually('they wait for each other', async () => {
      const [found] = await stage.api.dataSource.query<{ count: string }[]>(
        `SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return Number(found?.count) >= count;
    });
  const signInsTold = async () => {
    const entries = await entriesOf(stage.api, account.organisationId);
    return entries.filter(
      ({ event, actorId }) => event === 'sign-in.succeeded' && actorId === account.id,
    ).length;
  };

  it.each([
    [
      'all other sessions',
      (tx: EntityManager) => sessions().endOthersIn(tx, staff(), randomUUID()),
    ],
    ['all sessions', (tx: EntityManager) => sessions().endAll(tx, staff())],
  ])(
    'opens no session after %s were ended, and nobody is told that it succeeded',
    async (_, end) => {
      const commit = await holding(end);
      const answer = signIn();
      await waiting();
      await commit();
      expect(expectProblem(await answer).code).toBe('sign-in.start-again');
      expect([await rows(), await signInsTold()]).toEqual([0, 0]);
      // What is proved from now on counts.
      expect((await signIn()).status).toBe(200);
      expect([await rows(), await signInsTold()]).toEqual([1, 1]);
    },
  );

  it('that was first is ended by who waited for it', async () => {
    const { organisationId } = account;
    // What a sign-in does last: it has its session by then.
    const release = await holding(
      (tx) =>
        tx.query('SELECT FROM audit_head WHERE organisation_id = $1 FOR UPDATE', [organisationId]),
      (act) => stage.api.dataSource.transaction(act),
    );
    const answer = signIn();
    await waiting();
    const ended = inOrganisation((tx) => sessions().endOthersIn(tx, staff(), randomUUID()));
    await waiting(2);
    await release();
    expect((await answer).status).toBe(200);
    await ended;
    expect(await rows()).toBe(0);
  });

  it.each([
    ['goes on with the second step', async () => undefined, 'sign-in.wrong-code'],
    [
      'starts again when other sessions were ended between its steps',
      async () => sessions().endOthers(staff(), randomUUID()),
      'sign-in.start-again',
    ],
  ])('%s', async (_, happens, code) => {
    account = await buildProfessional(stage.api.dataSource, stage.world, {
      secondFactor: 'required',
    });
    const browser = stage.api.client();
    const { email } = account;
    const first = await browser.post('/api/sign-in', { email, password: PASSWORD });
    expect(first.json).toMatchObject({ state: 'second-factor' });
    await happens();
    const second = await browser.post('/api/sign-in/second-factor', { code: '000000' });
    expect(expectProblem(second).code).toBe(code);
  });

  it.each([
    ['was taken out of use', { active: false }],
    ['got other rules', { unknownPeople: 'created' as const }],
  ])('by a provider that %s meanwhile opens no session', async (_, change) => {
    const client = stage.api.client();
    const { email, organisationId } = account;
    const redirectUrl = await stage.start(client);
    stage.issuer.giveToken(await stage.token(redirectUrl, { claims: { email } }));
    const { version } = await stage.settings();
    const commit = await holding((tx) =>
      tx.update(SignInProvider, { organisationId }, { ...change, version: version + 1 }),
    );
    const landed = stage.comeBack(client, stage.issuer.callbackFor(redirectUrl));
    await waiting();
    await commit();
    expect(await landed).toBe('/?provider=expired');
    expect([await signedInAs(client), await rows(), await signInsTold()]).toEqual([null, 0, 0]);
  });
});
