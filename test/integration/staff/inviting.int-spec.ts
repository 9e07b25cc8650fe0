import { hashSecret } from '@tapaamo/common';
import { INVITATION_DAYS, invitationLinkSchema, staffListSchema } from '@tapaamo/contracts';
import { StaffInvitation } from '@tapaamo/professional';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('the mail of an invitation into the staff', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let second: TestJobRunner;
  let admin: ApiClient;
  let staffId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    runner = await startJobRunner(api);
    second = await startJobRunner(api);
    await api.dataSource.query("DELETE FROM professional WHERE email LIKE '%@malli.example'");
    staffId = await invited('uusi@malli.example');
  });

  afterEach(async () => {
    await runner.close();
    await second.close();
  });

  afterAll(async () => {
    await api.close();
  });

  const invited = async (email: string): Promise<string> => {
    const member = { displayName: 'Uusi Työntekijä', email, roles: ['professional'] };
    const answer = await admin.post('/api/staff', member);
    expect(answer.status).toBe(201);
    return (answer.json as { id: string }).id;
  };
  const open = () =>
    api.dataSource.manager.findOneByOrFail(StaffInvitation, {
      professionalId: staffId,
      status: 'queued',
    });
  const shown = async () => {
    // Days have passed: nobody stays signed in that long.
    await admin.signIn(world.admin.email);
    const { staff } = expectAnswer(
      await admin.get('/api/staff?search=uusi@malli.example'),
      200,
      staffListSchema,
    );
    return staff[0]?.invitation?.state;
  };
  const secretIn = (text: string): string => /\/invitation#([\w-]{43})$/m.exec(text)?.[1] ?? '';
  const isGood = async (secret: string): Promise<boolean> =>
    api.dataSource.manager.existsBy(StaffInvitation, {
      secretHash: hashSecret('invitation', secret),
    });

  it('goes once, in three languages, with a link that is kept nowhere', async () => {
    await expect(runner.deliverInvitations()).resolves.toBe(1);
    await expect(runner.deliverInvitations()).resolves.toBe(0);
    const [mail, ...more] = runner.mail.record.sent;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: 'uusi@malli.example',
      subject: 'Kutsu Tapaamoon – Inbjudan till Tapaamo – Invitation to Tapaamo',
    });
    const text = mail?.text ?? '';
    for (const part of ['Mallilan hyvinvointialue kutsuu', '(sv) bjuder in', '(en) invites']) {
      expect(text).toContain(part);
    }
    expect(text.startsWith(`${api.config.PUBLIC_URL}/invitation#`)).toBe(true);
    const secret = secretIn(text);
    await expect(isGood(secret)).resolves.toBe(true);
    const rows = JSON.stringify(await databaseSnapshot(api.database.adminUrl, { besides: [] }));
    expect(rows).not.toContain(secret);
    expect(runner.log.lines.join('')).not.toContain(secret);
    await expect(shown()).resolves.toBe('sent');
  });

  it('is valid for seven days from its sending', async () => {
    api.clock.advance(2 * DAY_MS);
    await runner.deliverInvitations();
    api.clock.advance(INVITATION_DAYS * DAY_MS - 1);
    await expect(shown()).resolves.toBe('sent');
    api.clock.advance(1);
    await expect(shown()).resolves.toBe('expired');
  });

  it('goes once although two runners send at once', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await invited(`${name}@malli.example`);
    }
    const sent = await Promise.all([
      runner.deliverInvitations(),
      second.deliverInvitations(),
      runner.deliverInvitations(),
    ]);
    expect(sent.reduce((sum, count) => sum + count)).toBe(6);
    const receivers = [runner, second].flatMap(({ mail }) => mail.record.sent.map(({ to }) => to));
    expect(new Set(receivers).size).toBe(6);
    expect(receivers).toHaveLength(6);
  });

  it('waits longer after each failure, is given up and shown so, and can be renewed', async () => {
    runner.mail.record.failure = new Error('no answer for uusi@malli.example');
    await runner.deliverInvitations();
    const { nextAttemptAt } = await open();
    expect(nextAttemptAt.getTime() - api.clock.nowMs()).toBe(5_000);
    await expect(runner.deliverInvitations()).resolves.toBe(0);
    expect(runner.mail.record.tried).toBe(1);
    for (let hours = 0; hours < 30; hours += 1) {
      api.clock.advance(60 * MINUTE_MS);
      await runner.deliverInvitations();
    }
    await expect(shown()).resolves.toBe('failed');
    expect(runner.log.of('message.given-up')).toHaveLength(1);
    expect(runner.log.lines.join('')).not.toContain('uusi@malli.example');
    runner.mail.record.failure = null;
    await admin.post(`/api/staff/${staffId}/invitation/renew`);
    await expect(shown()).resolves.toBe('queued');
    await expect(runner.deliverInvitations()).resolves.toBe(1);
    await expect(shown()).resolves.toBe('sent');
  });

  it('ends the link that was sent before when the invitation is renewed', async () => {
    await runner.deliverInvitations();
    await admin.post(`/api/staff/${staffId}/invitation/renew`);
    const [first] = runner.mail.record.sent.map(({ text }) => secretIn(text));
    await expect(isGood(first ?? '')).resolves.toBe(false);
    await runner.deliverInvitations();
    const [, renewed] = runner.mail.record.sent.map(({ text }) => secretIn(text));
    expect(renewed).not.toBe(first);
    await expect(isGood(renewed ?? '')).resolves.toBe(true);
  });

  it('does not go to who was withdrawn', async () => {
    await admin.post(`/api/staff/${staffId}/invitation/withdraw`);
    await expect(runner.deliverInvitations()).resolves.toBe(0);
    expect(runner.mail.record.tried).toBe(0);
  });

  it('stays withdrawn when that happens while the mail is on its way', async () => {
    runner.mail.record.meanwhile = async () => {
      await admin.post(`/api/staff/${staffId}/invitation/withdraw`);
    };
    await runner.deliverInvitations();
    const secret = secretIn(runner.mail.record.sent[0]?.text ?? '');
    await expect(isGood(secret)).resolves.toBe(false);
  });

  it('gives way to a link that an admin hands over: shown once, good for seven days', async () => {
    const { link, expiresAt } = expectAnswer(
      await admin.post(`/api/staff/${staffId}/invitation/link`),
      201,
      invitationLinkSchema,
    );
    await expect(isGood(secretIn(link))).resolves.toBe(true);
    expect(Date.parse(expiresAt)).toBe(api.clock.nowMs() + INVITATION_DAYS * DAY_MS);
    await expect(runner.deliverInvitations()).resolves.toBe(0);
    const again = await admin.post(`/api/staff/${staffId}/invitation/link`);
    await expect(isGood(secretIn(link))).resolves.toBe(false);
    expect(again.text).not.toContain(secretIn(link));
  });
});
