import { appearanceSchema, organisationSettingsSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { organisationChange } from '../../support/builders/settings-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PATH = '/api/organisation/settings';

describe('the settings of an organisation', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterAll(() => api.close());

  const read = async () => expectAnswer(await admin.get(PATH), 200, organisationSettingsSchema);
  const change = async (changes: Record<string, unknown>) =>
    admin.post(PATH, organisationChange(await read(), changes));

  it('are changed by an admin and kept', async () => {
    const changes = {
      nameFi: 'Luodon perhepalvelut',
      contactName: 'Palvelupäällikkö Åsa Öhman',
      contactPhone: '+358 9 123 4567',
      contactEmail: 'palvelu@luoto.example',
      officerName: 'Tietosuojavastaava',
      officerEmail: 'tietosuoja@luoto.example',
      rightsAnsweredBy: 'other-controller',
      rightsName: 'Mallilan kirjaamo',
      rightsEmail: 'kirjaamo@mallila.example',
      smsSender: 'Luoto 24',
      mailSender: 'Luodon perhepalvelut',
      languages: ['sv', 'fi'],
      accentColour: '#7a1f5c',
    };
    const answer = await change(changes);
    const saved = expectAnswer(answer, 200, organisationSettingsSchema);
    expect(saved).toMatchObject({ ...changes, version: 2 });
    expect(await read()).toEqual(saved);
  });

  it('tell every member of staff how their pages look, and nothing more', async () => {
    await change({ accentColour: '#7a1f5c' });
    const professional = api.client();
    await professional.signIn(world.professional.email);
    const answer = await professional.get('/api/organisation/appearance');
    expect(expectAnswer(answer, 200, appearanceSchema)).toEqual(answer.json);
    expect(answer.json).toEqual({ accentColour: '#7a1f5c', logo: null });
  });

  it.each([
    ['nameFi', ''],
    ['nameFi', '   '],
    ['nameSv', 'N'.repeat(121)],
    ['nameFi', 'Mallila\u202Ealli'],
    ['nameEn', 'M\u0430llila'],
    ['contactName', 'Riitta\u0000Rinne'],
    ['contactPhone', 'soita'],
    ['contactPhone', '+358 40 123 4567 numero on väärä ja pitkä'],
    ['contactEmail', 'riitta@'],
    ['officerEmail', 'a@b.fi\r\nBcc: c@d.fi'],
    ['smsSender', 'Hyvinvointialue'],
    ['smsSender', 'Mällila'],
    ['smsSender', '12345'],
    ['mailSender', 'Mallila\r\nBcc: kaikki@example.fi'],
    ['mailSender', 'vaara@example.fi'],
    ['mailSender', '"Mallila" <x>'],
    ['languages', []],
    ['languages', ['fi', 'fi']],
    ['languages', ['de']],
    ['accentColour', 'red'],
    ['accentColour', '#0b5c5c; background: url(x)'],
    ['accentColour', '#0B5'],
    ['rightsAnsweredBy', 'nobody'],
    ['version', 0],
    ['version', '1'],
    ['organisationId', '00000000-0000-4000-8000-000000000000'],
    ['id', '00000000-0000-4000-8000-000000000000'],
    ['createdAt', '2026-01-01T00:00:00Z'],
    ['logo', '/api/x'],
  ])('are refused with %s = %j, and nothing changes', async (field, value) => {
    const before = await read();
    const problem = expectProblem(await change({ [field]: value }));
    expect([problem.status, problem.fields?.[0]?.field.split('.')[0]]).toEqual([400, field]);
    expect(await read()).toEqual(before);
  });

  it.each([
    ['rightsName', { rightsEmail: 'kirjaamo@mallila.example' }],
    ['rightsEmail', { rightsName: 'Mallilan kirjaamo' }],
  ])('need %s when another controller answers', async (field, given) => {
    const problem = expectProblem(await change({ rightsAnsweredBy: 'other-controller', ...given }));
    expect(problem.fields).toEqual([{ field, code: 'field.invalid' }]);
  });

  it('are refused with a colour that white text is lost on', async () => {
    const problem = expectProblem(await change({ accentColour: '#ffd500' }));
    expect([problem.status, problem.code]).toEqual([422, 'settings.colour-contrast']);
    expect(problem.fields).toEqual([{ field: 'accentColour', code: 'settings.colour-contrast' }]);
  });

  it('tell the second of two admins what the first changed', async () => {
    const base = await read();
    await admin.post(PATH, organisationChange(base, { contactName: 'Ensimmäinen' }));
    const late = await admin.post(PATH, organisationChange(base, { officerName: 'Toinen' }));
    const problem = expectProblem(late);
    expect([problem.status, problem.code]).toEqual([409, 'settings.changed-meanwhile']);
    expect(problem.fields?.map(({ field }) => field)).toEqual(['contactName', 'officerName']);
    expect(await read()).toMatchObject({ contactName: 'Ensimmäinen', officerName: null });
  });

  it('are changed once when many save at once', async () => {
    const base = await read();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        admin.post(
          PATH,
          organisationChange(base, { contactName: `Kirjoittaja ${'I'.repeat(index + 1)}` }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect((await read()).version).toBe(2);
  });

  it('touch no other organisation', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await change({ contactName: 'Vain meillä' });
    const stranger = api.client();
    await stranger.signIn(other.admin.email);
    const theirs = expectAnswer(await stranger.get(PATH), 200, organisationSettingsSchema);
    expect(theirs).toMatchObject({ nameFi: 'Toinen', contactName: null, version: 1 });
  });
});
