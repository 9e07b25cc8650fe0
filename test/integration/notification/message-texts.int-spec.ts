import {
  defaultMessageText,
  messageTextsSchema,
  type ChangeMessageTextRequest,
  type MessageTexts,
} from '@tapaamo/contracts';
import { AuditEntry } from '@tapaamo/audit';
import { Service } from '@tapaamo/organisation';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PATH = '/api/organisation/message-texts';
const BOTH = { clientEmail: 'aino@example.fi', clientLanguage: 'fi' };
const SMS = { kind: 'invitation', channel: 'sms', language: 'fi' } as const;
const OWN = {
  ...SMS,
  subject: null,
  body: 'Nähdään {time}!\n{link}',
  version: 0,
} satisfies ChangeMessageTextRequest;

describe('texts of an organisation’s own', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let runner: TestJobRunner;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
    runner = await startJobRunner(api);
  });

  afterEach(() => runner.close());
  afterAll(() => api.close());

  const write = (changes: Partial<Record<string, unknown>> = {}, by = admin) =>
    by.post(PATH, { ...OWN, ...changes });
  const saved = async (changes: Partial<Record<string, unknown>> = {}): Promise<MessageTexts> =>
    expectAnswer(await write(changes), 200, messageTextsSchema);
  const sms = () => runner.sms.record.sent.map(({ text }) => text);
  const move = ({ professional, visitId }: BookedVisit, date: string, version: number) =>
    professional.post(visitPath(visitId, '/time'), {
      date,
      time: '10:15',
      durationMinutes: 30,
      version,
    });

  it('are what clients get, from the next message on', async () => {
    const before = await bookedVisit(api, world.service, BOTH);
    await saved();
    await saved({ ...OWN, channel: 'email', subject: 'Kutsu', body: '{inviter}: {time}\n{link}' });
    const after = await bookedVisit(api, world.service, BOTH);
    await runner.deliver();
    expect(sms()).toHaveLength(2);
    expect(sms()).toContain(`Nähdään 10.2. klo 10.15!\nhttp://localhost:8080/v#${after.link}`);
    expect(sms().find((text) => text.includes(before.link))).toMatch(/^Etätapaaminen\n10\.2\. klo/);
    const mail = runner.mail.record.sent.find(({ text }) => text.includes(after.link));
    expect(mail).toMatchObject({
      subject: 'Kutsu',
      text: `Mallilan hyvinvointialue: keskiviikkona 10.2.2027 klo 10.15\nhttp://localhost:8080/v#${after.link}\n`,
    });
  });

  it('are Tapaamo’s again when the admin says so', async () => {
    await saved();
    const { texts } = await saved({ body: null, version: 1 });
    expect(texts).toEqual([{ ...SMS, subject: null, body: null, version: 2 }]);
    await bookedVisit(api, world.service, BOTH);
    await runner.deliver();
    expect(sms()).toEqual([expect.stringContaining('Etätapaaminen\n')]);
  });

  it('are never used for a discreet service', async () => {
    await saved({ body: 'Mallilan talo kutsuu {time} {link}' });
    await api.dataSource.manager.update(Service, { id: world.service.id }, { discreet: true });
    await bookedVisit(api, world.service, BOTH);
    await runner.deliver();
    expect(sms()).toEqual([expect.stringMatching(/^Etätapaaminen\n10\.2\. klo 10\.15\nhttp/)]);
    expect(JSON.stringify([...runner.sms.record.sent, ...runner.mail.record.sent])).not.toMatch(
      /Mallila/,
    );
  });

  it('tell after a move which time is not valid any more: the one that was told last', async () => {
    const visit = await bookedVisit(api, world.service, { ...BOTH, date: '2027-02-15' });
    await runner.deliver();
    // Nobody is told of the first move: the second comes before it is sent.
    expect((await move(visit, '2027-02-16', 1)).status).toBe(200);
    expect((await move(visit, '2027-02-17', 2)).status).toBe(200);
    await runner.deliver();
    expect(sms().at(-1)).toMatch(/17\.2\. klo 10\.15, .*\nAiempi aika 15\.2\. klo 10\.15 ei ole/);
    const mail = runner.mail.record.sent.at(-1)?.text;
    expect(mail).toContain('Uusi aika: keskiviikkona 17.2.2027 klo 10.15.');
    expect(mail).toContain('Aiempi aika (maanantaina 15.2.2027 klo 10.15) ei ole enää voimassa.');
  });

  it('are changed by one admin at a time; who was second hears it', async () => {
    await saved();
    for (const version of [0, 2]) {
      const problem = expectProblem(await write({ body: 'Toinen {time} {link}', version }));
      expect(problem).toMatchObject({ status: 409, code: 'settings.changed-meanwhile' });
    }
    await saved({ body: null, version: 1 });
    expect(expectProblem(await write({ version: 1 })).code).toBe('settings.changed-meanwhile');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => write({ channel: 'sms', language: 'sv' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('are each organisation’s own, and told in its log without the text', async () => {
    await saved();
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const theirs = api.client();
    await theirs.signIn(other.admin.email);
    expect((await theirs.get(PATH)).json).toEqual({ texts: [] });
    const entries = await api.dataSource.manager.findBy(AuditEntry, {
      organisationId: world.organisationId,
      event: 'message-text.changed',
    });
    expect(entries).toMatchObject([{ details: { ...SMS, isOwn: true } }]);
    expect(JSON.stringify(entries)).not.toContain('Nähdään');
  });

  it('cannot name a service, in whatever letters', async () => {
    for (const name of ['Perheohjaus', 'PERHEOHJAUS', 'asumisen\n tuki']) {
      const problem = expectProblem(await write({ body: `${name} {time} {link}` }));
      expect(problem).toMatchObject({ code: 'message-text.names-service', status: 422 });
      expect(problem.fields).toEqual([{ field: 'body', code: 'message-text.names-service' }]);
    }
    const email = { channel: 'email', subject: 'Perheohjaus kutsuu', body: '{time} {link}' };
    expect(expectProblem(await write(email)).fields?.[0]?.field).toBe('subject');
  });

  it('may have a word that Tapaamo’s own have too, though a service is called so', async () => {
    const nameFi = 'Etätapaaminen';
    await api.dataSource.manager.update(Service, { id: world.service.id }, { nameFi });
    await saved({ body: 'Etätapaaminen: {time} {link}' });
  });

  it.each([
    ['no link', { body: '{time}' }, 'body', 'message-text.link-missing'],
    [
      'a place for the client',
      { body: '{client} {time} {link}' },
      'body',
      'message-text.placeholder-unknown',
    ],
    ['markup', { body: '<a>{time}</a> {link}' }, 'body', 'message-text.markup'],
    ['another address', { body: '{time} {link} paha.fi' }, 'body', 'message-text.address'],
    ['an identity code', { body: '{time} {link} 131052-308T' }, 'body', 'field.identity-code'],
    [
      'a sign that turns the reading direction',
      { body: '{time} {link} \u202E' },
      'body',
      'field.invalid',
    ],
    ['NUL', { body: '{time} {link} \u0000' }, 'body', 'field.invalid'],
    ['too many letters', { body: `{time} {link} ${'x'.repeat(500)}` }, 'body', 'field.too-long'],
    ['a subject where there is none', { subject: 'Kutsu' }, 'subject', 'field.invalid'],
    [
      'a second header',
      { channel: 'email', subject: 'Kutsu\r\nBcc: muu' },
      'subject',
      'field.invalid',
    ],
    ['another kind', { kind: 'advertisement' }, 'kind', 'field.invalid'],
    ['another language', { language: 'de' }, 'language', 'field.invalid'],
    ['a field too many', { clientName: 'Aino' }, 'clientName', 'field.unknown'],
    ['a version that is none', { version: -1 }, 'version', 'field.invalid'],
  ])('are refused with %s, and the field is named', async (_case, changes, field, code) => {
    const { fields } = expectProblem(await write(changes));
    expect(fields).toContainEqual({ field, code });
    expect((await admin.get(PATH)).json).toEqual({ texts: [] });
  });

  it('are all kept where every one is changed', async () => {
    const { subject, body } = defaultMessageText({ ...SMS, channel: 'email' });
    for (const language of ['fi', 'sv', 'en']) {
      await saved({ channel: 'email', language, subject, body: `${body} Oma.` });
    }
    expect((await saved()).texts).toHaveLength(4);
  });
});
