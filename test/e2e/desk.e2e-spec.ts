import type { WatchedPage } from '../support/browser.js';
import { identifyAs, passDoor } from '../support/journey.js';
import { Stage } from '../support/stage.js';
import type { InvitedVisit } from '../support/visits.js';

describe('the professional’s desk', () => {
  let stage: Stage;
  let client: WatchedPage;

  beforeAll(async () => {
    stage = await Stage.open();
    client = await stage.newClient();
  });

  afterAll(async () => {
    await stage.close();
  });

  const wait = async ({ link }: InvitedVisit) => {
    await passDoor(client.page, link);
    await identifyAs(client.page, 'aino-virtanen');
    await client.page.getByTestId('waiting-room').waitFor();
  };

  it('corrects what became of a visit, with a reason', async () => {
    const visit = await stage.visits.invite({ inMinutes: 0 });
    await stage.showVisit(visit.visitId);
    const { page } = stage.professional;
    await page.getByTestId('end-visit').click();
    await page.getByTestId('confirm-end-visit').click();
    const outcome = page.getByTestId('outcome');
    await outcome.getByText('Asiakas ei saapunut').waitFor();
    await page.getByTestId('correct-outcome').click();
    const dialog = page.getByTestId('outcome-dialog');
    await dialog.getByTestId('confirm-outcome').click();
    await dialog.getByText('Täytä tämä kohta').first().waitFor();
    await dialog.getByText('Toteutui').click();
    await dialog.getByText('Tavattiin muulla tavalla').click();
    await dialog.getByTestId('confirm-outcome').click();
    await page.getByTestId('outcome-corrected').waitFor();
    await outcome.getByText('Toteutui').waitFor();
    expect(await outcome.innerText()).toContain('Tavattiin muulla tavalla');
  });

  it('tells who waits of a delay at once in their language, until they are let in', async () => {
    const visit = await stage.visits.invite();
    await wait(visit);
    await stage.showVisit(visit.visitId);
    const { page } = stage.professional;
    await page.getByTestId('delay-minutes-10').click();
    const told = client.page.getByTestId('delay');
    await told.getByText('10 minuutin viiveellä').waitFor();
    expect(await told.getAttribute('role')).toBe('status');
    await client.page.getByTestId('language-sv').click();
    await told.getByText('10 minuter försenat').waitFor();
    await page.getByTestId('delay-told').getByText('noin 10 min').waitFor();
    await page.getByTestId('delay-as-soon-as-possible').click();
    await told.getByText('så snart som möjligt').waitFor();
    await page.getByTestId('admit').click();
    await client.page.getByTestId('meeting').waitFor();
    await page.getByTestId('delay-choice').waitFor({ state: 'detached' });
    await client.page.getByTestId('leave-meeting').click();
  });
});
