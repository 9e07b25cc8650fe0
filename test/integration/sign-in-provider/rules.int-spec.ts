import { randomUUID } from 'node:crypto';
import { Professional, StaffChanges, StaffInvitation } from '@tapaamo/professional';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { until } from '../../support/until.js';
import { whileDecided } from '../../support/while-decided.js';
import { buildWorld } from '../../support/world.js';
import { nowSeconds } from '../identification/support/hostile-issuer.js';
import { ProviderStage, signedInAs } from './support/provider-stage.js';

const REFUSED = '/?provider=refused';

let stage: ProviderStage;

beforeAll(async () => {
  stage = await ProviderStage.open();
});

beforeEach(() => stage.configure());

afterAll(() => stage.close());

/** What the audit log tells of last, oldest first. */
const lastEvents = async (count: number) =>
  (await entriesOf(stage.api, stage.world.organisationId))
    .slice(-count)
    .map(({ event, details, actorId, targetId }) => ({ event, details, actorId, targetId }));

/** Mails that wait for somebody about their own account. */
const notices = (id: string) =>
  stage.api.dataSource.query<{ kind: string }[]>(
    'SELECT kind FROM account_notice WHERE professional_id = $1',
    [id],
  );

describe('somebody who has an account', () => {
  it('is signed in by their checked address, and bound to who they are there', async () => {
    const { id, email } = await stage.account();
    const { client, location } = await stage.signIn({ email: email.toUpperCase() });
    expect(location).toBe('/');
    expect(await signedInAs(client)).toBe(id);
    expect(await stage.identities(id)).toMatchObject([{ issuer: stage.issuer.url }]);
    expect(await notices(id)).toEqual([{ kind: 'method-added' }]);
    expect(await lastEvents(2)).toEqual([
      expect.objectContaining({ event: 'sign-in-method.added', details: { method: 'oidc' } }),
      expect.objectContaining({
        event: 'sign-in.succeeded',
        details: { method: 'oidc' },
        actorId: id,
      }),
    ]);
    const sessions = await client.get('/api/account/sessions');
    expect(sessions.json).toMatchObject({ sessions: [{ own: true, means: 'oidc' }] });
  });

  it.each([
    ['nobody tells when they proved who they are', undefined, 'account.confirm-first'],
    ['they proved it there this morning', 3 * 3600, 'account.confirm-first'],
    ['they proved it there just now', 30, 'through'],
  ])('changes how they sign in only after a recent proof: %s', async (_, age, expected) => {
    const { email } = await stage.account();
    const claims = age === undefined ? {} : { auth_time: nowSeconds() - age };
    const { client } = await stage.signIn({ email, auth_time: undefined, ...claims });
    const answer = await client.post('/api/account/recovery-codes', {});
    expect(answer.status === 200 ? 'through' : expectProblem(answer).code).toBe(expected);
  });

  it('keeps it when their address changes there, and does not come by another’s', async () => {
    const [own, other] = [await stage.account(), await stage.account()];
    const sub = randomUUID();
    await stage.signIn({ sub, email: own.email });
    const { client } = await stage.signIn({ sub, email: other.email });
    expect(await signedInAs(client)).toBe(own.id);
    const unchecked = await stage.signIn({ sub, email_verified: false, email: undefined });
    expect(await signedInAs(unchecked.client)).toBe(own.id);
    expect(await stage.identities(other.id)).toEqual([]);
  });

  it('does not lose it to whom their address is given later', async () => {
    const { id, email } = await stage.account();
    await stage.signIn({ email });
    const { client, location } = await stage.signIn({ email });
    expect(location).toBe(REFUSED);
    expect(await signedInAs(client)).toBeNull();
    expect(await lastEvents(1)).toMatchObject([
      { event: 'sign-in.failed', details: { reason: 'refused-by-rule' }, targetId: id },
    ]);
    expect(await stage.identities(id)).toHaveLength(1);
  });

  it('is bound anew after an admin has reset their sign-in', async () => {
    const { id, email } = await stage.account();
    await stage.signIn({ email });
    const reset = await stage.admin.post(`/api/staff/${id}/reset-sign-in`);
    expect(reset.status).toBeLessThan(300);
    expect(await stage.identities(id)).toEqual([]);
    const { client } = await stage.signIn({ email });
    expect(await signedInAs(client)).toBe(id);
    const account = await stage.api.dataSource.manager.findOneByOrFail(Professional, { id });
    expect(account.signInResetAt).toBeNull();
  });

  it('counts as somebody who can sign in again also where the invitation was withdrawn', async () => {
    const { id, email } = await stage.account();
    for (const act of ['reset-sign-in', 'invitation/withdraw', 'reactivate']) {
      expect((await stage.admin.post(`/api/staff/${id}/${act}`)).status).toBe(204);
    }
    const { client } = await stage.signIn({ email });
    expect(await signedInAs(client)).toBe(id);
    const account = await stage.api.dataSource.manager.findOneByOrFail(Professional, { id });
    expect(account.signInResetAt).toBeNull();
  });

  it('is turned away like a stranger when it is closed, before and after they were bound', async () => {
    const { id, email } = await stage.account();
    const sub = randomUUID();
    const close = (deactivatedAt: Date | null) =>
      stage.api.dataSource.manager.update(Professional, { id }, { deactivatedAt });
    await close(stage.api.clock.now());
    expect((await stage.signIn({ sub, email })).location).toBe(REFUSED);
    expect(await stage.identities(id)).toEqual([]);
    await close(null);
    expect((await stage.signIn({ sub, email })).location).toBe('/');
    await close(stage.api.clock.now());
    const { client, location } = await stage.signIn({ sub, email });
    expect(location).toBe(REFUSED);
    expect(await signedInAs(client)).toBeNull();
    expect(await lastEvents(1)).toMatchObject([
      { event: 'sign-in.failed', details: { reason: 'deactivated' }, targetId: id },
    ]);
  });

  it('accepts their invitation by it', async () => {
    const { id, email, organisationId } = await stage.account({ passwordHash: null });
    const now = stage.api.clock.now();
    await stage.api.dataSource.manager.insert(StaffInvitation, {
      id: randomUUID(),
      organisationId,
      professionalId: id,
      invitedBy: null,
      secretHash: null,
      status: 'queued',
      attempts: 0,
      nextAttemptAt: now,
      expiresAt: now,
      acceptedAt: null,
      createdAt: now,
    });
    expect((await stage.signIn({ email })).location).toBe('/');
    const invitation = { professionalId: id };
    expect(await stage.api.dataSource.manager.findBy(StaffInvitation, invitation)).toMatchObject([
      { status: 'accepted', acceptedAt: now },
    ]);
    expect((await lastEvents(2))[0]).toMatchObject({
      event: 'staff.invitation-accepted',
      actorId: id,
    });
  });

  it('is not bound while an admin decides over accounts', async () => {
    const { email, organisationId } = await stage.account();
    const { location } = await whileDecided(stage.api.dataSource, organisationId, () =>
      stage.signIn({ email }),
    );
    expect(location).toBe('/');
  });

  it('is bound once when two of their tabs come back at once', async () => {
    const { id, email } = await stage.account();
    const client = stage.api.client();
    const sub = randomUUID();
    const redirects = [await stage.start(client), await stage.start(client)];
    const tokens = await Promise.all(
      redirects.map((url) => stage.token(url, { claims: { sub, email } })),
    );
    for (const [index, url] of redirects.entries()) {
      stage.issuer.giveToken(tokens[index]);
      expect(await stage.comeBack(client, stage.issuer.callbackFor(url))).toBe('/');
    }
    expect(await stage.identities(id)).toHaveLength(1);
  });
});

describe('an address', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, boolean]>([
    ['that is not checked', {}, { email_verified: false }, false],
    ['of which nothing is said', {}, { email_verified: undefined }, false],
    ['that is checked in words only', {}, { email_verified: 'true' }, false],
    [
      'whose issuer checks all of them',
      { addressesVerified: true },
      { email_verified: undefined },
      true,
    ],
    ['that is a list', {}, { email: ['a@ammattilainen.example'] }, false],
    ['that is none', {}, { email: 'x' }, false],
    ['that is missing', {}, { email: undefined }, false],
    ['in another claim than was said', { addressClaim: 'upn' }, {}, false],
  ])('%s', async (_case, rules, claims, isTaken) => {
    const { id, email } = await stage.account();
    // Where to go is found by the domain; here the organisation's own address is used.
    await stage.configure(rules);
    const client = stage.api.client();
    const { organisationId } = stage.world;
    const redirectUrl = await stage.start(client, { organisationId });
    stage.issuer.giveToken(await stage.token(redirectUrl, { claims: { email, ...claims } }));
    const location = await stage.comeBack(client, stage.issuer.callbackFor(redirectUrl));
    expect(location).toBe(isTaken ? '/' : REFUSED);
    expect(await signedInAs(client)).toBe(isTaken ? id : null);
  });

  it.each(['preferred_username', 'upn'])('in the claim %s', async (addressClaim) => {
    const { id, email } = await stage.account();
    await stage.configure({ addressClaim, addressesVerified: true });
    const { client } = await stage.signIn({ [addressClaim]: email });
    expect(await signedInAs(client)).toBe(id);
  });
});

describe('a domain that the operator did not assign', () => {
  const elsewhere = () => `${randomUUID()}@muu.example`;
  const comeIn = async (claims: Record<string, unknown>) => {
    const client = stage.api.client();
    const { organisationId } = stage.world;
    const redirectUrl = await stage.start(client, { organisationId });
    stage.issuer.giveToken(await stage.token(redirectUrl, { claims }));
    const location = await stage.comeBack(client, stage.issuer.callbackFor(redirectUrl));
    return { location, id: await signedInAs(client) };
  };

  it('gives nobody an account, not even one that ends alike', async () => {
    await stage.configure({ unknownPeople: 'created' });
    for (const email of [elsewhere(), `${randomUUID()}@x.ammattilainen.example`]) {
      expect(await comeIn({ email })).toEqual({ location: REFUSED, id: null });
    }
  });

  it('keeps nobody out whom the organisation gave an account itself', async () => {
    const { id, email } = await stage.account({ email: elsewhere() });
    expect(await comeIn({ email })).toEqual({ location: '/', id });
  });
});

describe('somebody without an account', () => {
  const created = { unknownPeople: 'created' };
  const byGroup = {
    ...created,
    groupClaim: 'groups',
    professionalGroup: 'tapaamo',
    adminGroup: 'tapaamo-admin',
  };

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[] | null]>([
    ['is turned away', {}, {}, null],
    ['is made a professional', created, {}, ['professional']],
    ['is turned away without the group', byGroup, {}, null],
    ['is turned away with other groups', byGroup, { groups: ['tapaamo-2'] }, null],
    ['is made one with the group', byGroup, { groups: ['x', 'tapaamo'] }, ['professional']],
    ['is made one with one group', byGroup, { groups: 'tapaamo' }, ['professional']],
    ['gets the role of a group', byGroup, { groups: ['tapaamo-admin'] }, ['admin']],
    [
      'gets the roles of groups',
      byGroup,
      { groups: ['tapaamo-admin', 'tapaamo'] },
      ['professional', 'admin'],
    ],
    [
      'gets roles beside that of everybody',
      { ...byGroup, professionalGroup: null },
      { groups: ['tapaamo-admin'] },
      ['professional', 'admin'],
    ],
    ['with an unchecked address is turned away', created, { email_verified: false }, null],
  ])('%s', async (_case, rules, claims, roles) => {
    await stage.configure(rules);
    const email = `${randomUUID()}@ammattilainen.example`;
    const { client, location } = await stage.signIn({ email, name: 'Ulla  Uusi', ...claims });
    const made = await stage.api.dataSource.manager.findOneBy(Professional, { email });
    if (roles === null) {
      expect([location, made]).toEqual([REFUSED, null]);
      expect(await lastEvents(1)).toMatchObject([
        { event: 'sign-in.failed', details: { reason: 'refused-by-rule' }, targetId: null },
      ]);
    } else {
      expect(made).toMatchObject({ roles, displayName: 'Ulla Uusi', secondFactor: 'required' });
      expect(await signedInAs(client)).toBe(made?.id);
      expect((await lastEvents(3))[0]).toMatchObject({
        event: 'staff.created',
        details: { roles },
      });
    }
  });

  it('keeps the roles that an admin gave later, whatever their groups are', async () => {
    await stage.configure(byGroup);
    const claims = { sub: randomUUID(), email: `${randomUUID()}@ammattilainen.example` };
    await stage.signIn({ ...claims, groups: ['tapaamo'] });
    await stage.signIn({ ...claims, groups: ['tapaamo-admin'] });
    const { email } = claims;
    const made = await stage.api.dataSource.manager.findOneBy(Professional, { email });
    expect(made?.roles).toEqual(['professional']);
  });

  it('is turned away when the address is another organisation’s', async () => {
    const foreign = await buildWorld(stage.api.dataSource, { name: 'Toinen' });
    await stage.configure(created);
    const { client, location } = await stage.signIn({ email: foreign.professional.email });
    expect(location).toBe(REFUSED);
    expect(await signedInAs(client)).toBeNull();
    expect(await stage.identities(foreign.professional.id)).toEqual([]);
  });

  it('is called by their address when their name is none', async () => {
    await stage.configure(created);
    const email = `${randomUUID()}@ammattilainen.example`;
    await stage.signIn({ email, name: '<script>alert(1)</script>' });
    const made = await stage.api.dataSource.manager.findOneBy(Professional, { email });
    expect(made?.displayName).toBe(email);
  });
});

describe('a session', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['goes on when rules change', { unknownPeople: 'created' }, true],
    ['ends when the provider is taken out of use', { active: false }, false],
    ['ends when another provider takes its place', { issuer: 'https://idp.muu.example' }, false],
    ['ends when we have another identifier there', { relyingPartyId: 'toinen' }, false],
  ])('that was opened by the provider %s', async (_case, change, goesOn) => {
    await stage.configure();
    const { id, email } = await stage.account();
    const { client } = await stage.signIn({ email });
    const byPassword = stage.api.client();
    await byPassword.signIn((await stage.account()).email);
    const heard: string[] = [];
    const stop = stage.api
      .get(StaffChanges)
      .onChange((staff) => heard.push(staff?.professionalId ?? ''));
    await stage.configure(change);
    expect(await signedInAs(client)).toBe(goesOn ? id : null);
    expect(await signedInAs(byPassword)).not.toBeNull();
    await until(() => heard.includes(id) !== goesOn, { what: 'the end to be announced' });
    stop();
    await stage.configure();
  });
});

describe('the second factor', () => {
  it.each([
    ['is told of in amr', { amr: ['pwd', 'mfa'] }, '/'],
    ['is told of in acr', { acr: 'mfa' }, '/'],
    ['is not told of', { amr: ['pwd'] }, REFUSED],
    ['is told of in other words', { amr: 'mfa-not' }, REFUSED],
  ])('%s', async (_case, claims, location) => {
    const { email } = await stage.account();
    await stage.configure({ secondFactorValue: 'mfa' });
    expect((await stage.signIn({ email, ...claims })).location).toBe(location);
  });
});

it('leaves no address, name or token in the log or the database', async () => {
  const text = stage.api.log.lines.join('');
  for (const word of ['ammattilainen.example', 'Ulla', 'eyJ', 'code=', 'state=', 'a secret of']) {
    expect(text).not.toContain(word);
  }
  const reasons = stage.api.log.of('sign-in-provider.refused').map(({ code }) => code);
  expect(new Set(reasons)).toEqual(
    new Set([
      'address-elsewhere',
      'address-unverified',
      'bound-to-another',
      'deactivated',
      'domain-not-accepted',
      'no-account',
      'no-group',
      'second-factor-missing',
    ]),
  );
});
