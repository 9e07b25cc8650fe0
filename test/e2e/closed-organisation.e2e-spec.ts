import type { Me } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { PROFESSIONAL, passDoor, signIn } from '../support/journey.js';
import { operate } from '../support/operator.js';
import {
  OTHER_LANGUAGES,
  PageInspector,
  SILENT_TITLE,
  switchLanguage,
} from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { askAs, type InvitedVisit } from '../support/visits.js';

const title = 'Tapaamista ei voi nyt pitää';

/** What a discreet visit tells nobody: whose it is, and what it is about. */
const TELLING = /Mallila|Päihde|Missbruk|Substance|Riitta|mallila\.example|000 0001/;

describe('a client whose organisation the operator takes out of use', () => {
  let stage: Stage;
  let inspector: PageInspector;
  let organisationId: string;
  let client: WatchedPage;
  let page: Page;
  let waiting: WatchedPage;
  let visit: InvitedVisit;
  let discreet: InvitedVisit;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    const { body } = await askAs<Me>(stage.professional.page, 'GET', '/api/me');
    organisationId = body.organisation.id;
    visit = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    discreet = await stage.visits.invite({ service: 'Päihdepalvelut' });
    client = await stage.newClient();
    ({ page } = client);
    waiting = await stage.newClient();
    await passDoor(waiting.page, visit.link);
    await waiting.page.getByTestId('waiting-room').waitFor();
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(() => stage.close());

  const show = async ({ link }: InvitedVisit, testId: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByTestId(testId).waitFor();
  };

  it('is told so in the waiting room, without a press, and the staff is out', async () => {
    expect(
      operate(stage.system, 'organisation', 'disable', '--organisation', organisationId),
    ).toMatch('Sessions ended: 1.');
    await waiting.page.getByTestId('service-closed-page').waitFor();
    await stage.professional.page.getByTestId('sign-in-page').waitFor();
  });

  it('reads at the door whom to ask, and when the data goes', async () => {
    await show(visit, 'service-closed-page');
    const text = await page.getByTestId('service-closed-page').innerText();
    expect(text).toContain('Mallilan hyvinvointialue');
    expect(text).toContain('Tietosi poistetaan');
    const calls = page.getByRole('link', { name: '+358 9 000 0001' });
    expect(await calls.getAttribute('href')).toBe('tel:+35890000001');
    expect(await page.getByRole('button').filter({ hasText: 'Jatka' }).count()).toBe(0);
    await inspector.inspect(client, 'service-closed', { title, languages: OTHER_LANGUAGES });
  });

  it('of a discreet service reads the same of nobody, in every language', async () => {
    await show(discreet, 'service-closed-page');
    for (const language of ['fi', ...OTHER_LANGUAGES] as const) {
      await switchLanguage(page, language);
      const shown = `${await page.title()} ${await page.locator('body').innerText()}`;
      expect(shown).not.toMatch(TELLING);
    }
    await switchLanguage(page, 'fi');
    await page.getByText('Ota yhteyttä siihen, joka kutsui sinut.').waitFor();
    await inspector.inspect(client, 'service-closed-discreet', {
      title: SILENT_TITLE,
      languages: OTHER_LANGUAGES,
    });
  });

  it('comes in with the same link once the organisation is back', async () => {
    operate(stage.system, 'organisation', 'enable', '--organisation', organisationId);
    await show(visit, 'door-page');
    await signIn(stage.professional.page, stage.system, PROFESSIONAL);
    inspector.checkConduct(client);
  });
});
