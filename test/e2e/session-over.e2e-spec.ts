import pg from 'pg';
import { decodedMedia } from '../support/browser.js';
import { PROFESSIONAL, mediaFlows, passDoor } from '../support/journey.js';
import { Stage } from '../support/stage.js';

describe('a professional whose session runs out in the middle of a call', () => {
  let stage: Stage;
  let visitId: string;
  let link: string;

  beforeAll(async () => {
    stage = await Stage.open();
    // It has begun: the running minute is its booked start.
    ({ visitId, link } = await stage.visits.invite({ service: 'Yleinen neuvonta', inMinutes: 0 }));
  });

  afterAll(async () => {
    await stage.close();
  });

  it('keeps the call, signs in again in another tab, and goes on with the visit', async () => {
    const { page, context } = stage.professional;
    const client = await stage.newClient();
    await passDoor(client.page, link);
    await client.page.getByTestId('waiting-room').waitFor();
    await stage.showVisit(visitId);
    await page.getByTestId('admit').click();
    await client.page.locator('[data-testid^="tile-"]').waitFor();
    await mediaFlows(page, await decodedMedia(page));

    await runOut();
    await endVisit();
    const notice = page.getByTestId('session-over');
    await notice.waitFor();
    expect(await notice.innerText()).toContain('Tapaaminen jatkuu');
    expect(page.url()).toContain(visitId);
    await mediaFlows(page, await decodedMedia(page));

    const opened = context.waitForEvent('page');
    await page.getByTestId('sign-in-new-tab').click();
    const tab = await opened;
    await tab.locator('#field-email').fill(PROFESSIONAL);
    await tab.locator('#field-password').fill(stage.system.passwords()[PROFESSIONAL] ?? '');
    await tab.getByTestId('sign-in').click();
    await tab.getByTestId('bookings-page').waitFor();

    await notice.waitFor({ state: 'detached' });
    await mediaFlows(page, await decodedMedia(page));
    await endVisit();
    await page.getByTestId('ended-page').waitFor();
    await tab.close();
    await client.context.close();
  });

  it('is led to sign in once the call is over', async () => {
    const { page } = stage.professional;
    await runOut();
    await page.reload();
    await page.getByTestId('sign-in-page').waitFor();
  });

  const endVisit = async () => {
    const { page } = stage.professional;
    await page.getByTestId('end-visit').click();
    await page.getByTestId('confirm-end-visit').click();
  };

  /** The professional's sessions reached their age a moment after the visit was to begin. */
  const runOut = async () => {
    const database = new pg.Client(stage.system.databaseUrl());
    await database.connect();
    await database.query(
      `UPDATE staff_session SET expires_at = (
         SELECT starts_at + interval '1 millisecond' FROM booking JOIN visit ON visit.booking_id = booking.id
         WHERE visit.id = $1)`,
      [visitId],
    );
    await database.end();
  };
});
