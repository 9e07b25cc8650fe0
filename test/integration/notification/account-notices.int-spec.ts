import type { StaffRole } from '@tapaamo/contracts';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { passkeyHolder, type PasskeyHolder } from '../../support/passkeys.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PASSWORDS = ['neljä-vihreää-hevosta', 'viisi-keltaista-kanaa'];
const HOUR_MS = 3_600_000;

describe('a mail about somebody’s own account', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let holder: PasskeyHolder;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    holder = await passkeyHolder(api, await buildWorld(api.dataSource));
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const waiting = async () =>
    (await api.dataSource.query<unknown[]>('SELECT FROM account_notice')).length;
  const setPassword = async (password: string | undefined) =>
    expect((await holder.client.post('/api/account/password', { password })).status).toBe(204);

  it('tells of new means, a changed password and new recovery codes, in three languages, without a link or a secret', async () => {
    for (const password of PASSWORDS) {
      await setPassword(password);
    }
    expect((await holder.client.post('/api/account/recovery-codes', {})).status).toBe(200);
    await expect(runner.deliverNotices()).resolves.toBe(3);
    const mails = runner.mail.record.sent;
    expect(mails.map(({ to }) => to)).toEqual(Array(3).fill(holder.professional.email));
    const texts = mails.map(({ text }) => text).sort();
    expect(texts[0]).toContain('lisättiin uusi kirjautumistapa');
    expect(texts[1]).toContain('tehtiin uudet palautuskoodit');
    expect(texts[2]).toContain('salasana vaihdettiin');
    for (const text of texts) {
      expect(text).toContain('huvudanvändare');
      expect(text).toContain('tell your organisation’s admin');
      expect(text).not.toMatch(/http|hevosta|kanaa/);
    }
    await expect(waiting()).resolves.toBe(0);
    await expect(runner.deliverNotices()).resolves.toBe(0);
  });

  it('is tried again later when mail does not get through, and given up at last', async () => {
    runner.mail.record.failure = new Error('no answer');
    await setPassword(PASSWORDS[0]);
    await expect(runner.deliverNotices()).resolves.toBe(0);
    await expect(waiting()).resolves.toBe(1);
    for (let hours = 0; hours < 30; hours += 1) {
      api.clock.advance(HOUR_MS);
      await runner.deliverNotices();
    }
    await expect(waiting()).resolves.toBe(0);
    expect(runner.log.of('message.given-up')).toHaveLength(1);
  });
});

describe('a mail about new people in the staff', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    world = await buildWorld(api.dataSource);
    await buildWorld(api.dataSource, { name: 'Toinen' });
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  it('goes to the other admins and the officers of the organisation, once for all of an hour', async () => {
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    await buildProfessional(api.dataSource, world, {
      roles: ['admin'],
      deactivatedAt: api.clock.now(),
    });
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const invite = async (name: string, role: StaffRole) => {
      const email = `${name}@mallila.example`;
      const answer = await admin.post('/api/staff', { email, displayName: name, roles: [role] });
      expect(answer.status).toBe(201);
    };
    await invite('Aatu', 'data-protection-officer');
    await invite('Eetu', 'professional');
    await expect(runner.deliverNotices()).resolves.toBe(0);
    api.clock.advance(HOUR_MS);
    await expect(runner.deliverNotices()).resolves.toBe(2);
    const mails = runner.mail.record.sent;
    expect(mails.map(({ to }) => to).sort()).toEqual([second.email, world.officer.email].sort());
    for (const { subject, text } of mails) {
      expect(subject).toContain('uusia työntekijöitä');
      expect(text).toContain('kutsui Tapaamoon uusia työntekijöitä');
      expect(text).not.toMatch(/http|Aatu|Eetu|mallila/);
    }
    await admin.signInAgain();
    await invite('Iida', 'professional');
    api.clock.advance(HOUR_MS);
    await expect(runner.deliverNotices()).resolves.toBe(2);
  });
});
