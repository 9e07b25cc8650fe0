import { ERROR_TEXTS } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import { decodedMedia } from '../support/browser.js';
import { PROFESSIONAL, mediaFlows, passDoor, signIn } from '../support/journey.js';
import { beginOutage } from '../support/outage.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';

describe('signing out', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  });

  afterAll(async () => {
    await stage.close();
  });

  it('in one tab leaves the meeting that is open in another', async () => {
    const { visitId, client } = await holdMeeting();
    const { page, context } = stage.professional;
    const otherTab = await context.newPage();
    await otherTab.goto(`${stage.system.url}/bookings`);
    await otherTab.getByTestId('sign-out').click();
    await otherTab.getByTestId('sign-in-page').waitFor();

    await page.getByTestId('sign-in-page').waitFor();
    expect(page.url()).toBe(`${stage.system.url}/`);
    // Somebody who left, and not somebody whose line was lost and is waited for.
    await client.page.getByText('ei ole juuri nyt tapaamisessa').waitFor();
    expect(await client.page.getByTestId('participant-lost').count()).toBe(0);

    await signIn(page, stage.system, PROFESSIONAL);
    await stage.showVisit(visitId);
    await page.getByTestId('meeting-closed').waitFor();
    await client.context.close();
  });

  it('leaves it also when only the server tells of it: whoever signs in next opens no camera', async () => {
    const { visitId, client } = await holdMeeting();
    const { page, context } = stage.professional;
    const otherTab = await context.newPage();
    // The server's word comes before the other tab's, or that one never does.
    await otherTab.addInitScript(() => {
      BroadcastChannel.prototype.postMessage = () => undefined;
    });
    await otherTab.goto(stage.system.url);
    await otherTab.getByTestId('sign-out').click();
    await otherTab.getByTestId('sign-in-page').waitFor();

    await page.getByTestId('sign-in-page').waitFor();
    await signIn(page, stage.system, PROFESSIONAL);
    await stage.showVisit(visitId);
    await page.getByTestId('meeting-closed').waitFor();
    await client.context.close();
  });

  it('fails while the service has an interruption: nothing is left, and one more press does it', async () => {
    const { client } = await holdMeeting();
    const { page, context } = stage.professional;
    const otherTab = await context.newPage();
    // Whoever is signed in and comes to the sign-in page is led to their own.
    await otherTab.goto(stage.system.url);
    await otherTab.getByTestId('bookings-page').waitFor();

    const end = await beginOutage(stage.system.databasePids(), stage.system.ports.POSTGRES_PORT);
    try {
      await otherTab.getByTestId('sign-out').click();
      const notice = otherTab.getByTestId('sign-out-error');
      await notice.waitFor();
      expect(await notice.innerText()).toContain('Et ole vielä kirjautunut ulos');
      expect(await notice.innerText()).toContain(ERROR_TEXTS['service.database-unavailable'].fi);
      expect(await otherTab.getByTestId('own-name').isVisible()).toBe(true);
      await mediaFlows(page, await decodedMedia(page));
    } finally {
      await end();
    }

    await until(() => endsSession(otherTab), { what: 'the sign-out', withinMs: 30_000 });
    await otherTab.getByTestId('sign-in-page').waitFor();
    await page.getByTestId('sign-in-page').waitFor();
    await otherTab.goto(`${stage.system.url}/bookings`);
    await otherTab.getByTestId('sign-in-page').waitFor();
    await client.context.close();
  });

  /** Lets a client in, so that both are in the meeting. */
  async function holdMeeting() {
    const { visitId, link } = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    const client = await stage.newClient();
    await passDoor(client.page, link);
    await client.page.getByTestId('waiting-room').waitFor();
    await stage.showVisit(visitId);
    await stage.professional.page.getByTestId('admit').click();
    await client.page.locator('[data-testid^="tile-"]').waitFor();
    return { visitId, client };
  }
});

/** Presses the button once more. @returns Whether the session has ended; else the page says that it has not. */
async function endsSession(page: Page): Promise<boolean> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/sign-out'));
  await page.getByTestId('sign-out').click();
  return (await answer).ok();
}
