import type { BookingList } from '@tapaamo/contracts';
import type { WatchedPage } from '../support/browser.js';
import { identifyAs, passDoor } from '../support/journey.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import type { InvitedVisit } from '../support/visits.js';

const DAY_MS = 86_400_000;

/** What a page's own window has of use here. */
interface Looked {
  document: {
    hasFocus: () => boolean;
    activeElement: { getAttribute: (name: string) => string | null } | null;
  };
}

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
    await told.getByText('Ammattilainen on myöhässä').waitFor();
    expect(await told.getAttribute('role')).toBe('status');
    await client.page.getByTestId('language-sv').click();
    await told.getByText('Mötet är försenat').waitFor();
    await page.getByTestId('delay-told').getByText('noin 10 min').waitFor();
    await page.getByTestId('delay-as-soon-as-possible').click();
    await told.getByText('så snart som möjligt').waitFor();
    await page.getByTestId('admit').click();
    await client.page.getByTestId('meeting').waitFor();
    await page.getByTestId('delay-choice').waitFor({ state: 'detached' });
    await client.page.getByTestId('leave-meeting').click();
  });

  it('calls who looks elsewhere to an arrival by a notice that names nobody', async () => {
    const { page, context } = stage.professional;
    await context.grantPermissions(['notifications']);
    await page.addInitScript(() => {
      const shown: string[] = [];
      const Notification = function (title: string, { body }: { body: string }) {
        shown.push(`${title}. ${body}`);
      };
      Object.assign(Notification, {
        permission: 'granted',
        requestPermission: () => Promise.resolve('granted'),
      });
      Object.assign(globalThis, { Notification, shown });
      (globalThis as unknown as Looked).document.hasFocus = () => false;
    });
    await page.goto(`${stage.system.url}/bookings`);
    await page.getByTestId('open-arrival-settings').click();
    await page.getByTestId('arrival-notices').click();
    await page.getByText('Näyttöilmoitukset ovat käytössä.').waitFor();
    await page.getByTestId('close-arrival-settings').click();
    await page.reload();
    await page.getByTestId('bookings-page').waitFor();
    const visit = await stage.visits.invite();
    const second = await stage.newClient();
    await passDoor(second.page, visit.link);
    await identifyAs(second.page, 'aino-virtanen');
    await second.page.getByTestId('waiting-room').waitFor();
    const shown = await until(
      () => page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown[0]),
      { what: 'the notice' },
    );
    expect(shown).toMatch(/^Joku odottaa\. Saapui klo \d+\.\d{2}$/);
    await page.getByTestId('view-list').click();
    const row = page.locator('[data-testid^="booking-"]', {
      has: page.getByTestId('verdict-in-list'),
    });
    // The list hears of the arrival and of the identification one after the other.
    await row.filter({ hasText: 'Nimi vastaa varausta' }).first().waitFor();
    // Around midnight the visit is of a day that is not shown.
    const arrived = '**/api/bookings/arrived?*';
    await page.route(arrived, async (route) => {
      const response = await route.fetch();
      const { bookings } = (await response.json()) as BookingList;
      const before = bookings.map((booking) => ({
        ...booking,
        startsAt: new Date(Date.parse(booking.startsAt) - 2 * DAY_MS).toISOString(),
      }));
      await route.fulfill({ response, json: { bookings: before } });
    });
    await page.reload();
    const elsewhere = page.getByTestId('arrivals-of-other-days');
    await elsewhere.getByText('Aino Olivia Virtanen').first().waitFor();
    await page.unroute(arrived);
    await second.context.close();
  });

  it('moves and calls off a visit on its own page, and begins where nothing is lost', async () => {
    const visit = await stage.visits.invite({ service: 'Perheohjaus' });
    await stage.showVisit(visit.visitId);
    const { page } = stage.professional;
    expect(await page.getByTestId('guide').getAttribute('target')).toBe('_blank');
    // Nobody can come yet: it can be called off, and not ended by a slip.
    expect(await page.getByTestId('end-visit').count()).toBe(0);
    await page.getByTestId('renew-link').click();
    await page.getByTestId('confirm-dialog').waitFor();
    expect(
      await page.evaluate(() =>
        (globalThis as unknown as Looked).document.activeElement?.getAttribute('data-testid'),
      ),
    ).toBe('cancel');
    await page.keyboard.press('Enter');
    await page.getByTestId('confirm-dialog').waitFor({ state: 'detached' });
    await page.getByTestId('move-booking').click();
    await page.locator('#field-time').fill('23.30');
    await page.getByTestId('move-dialog').waitFor();
    await page.locator('#field-time').fill('x');
    await page.getByTestId('confirm-move').click();
    await page.getByTestId('move-dialog').getByText('Kirjoita kellonaika').first().waitFor();
    await page.getByTestId('move-dialog').getByTestId('cancel').click();
    await page.getByTestId('cancel-booking').click();
    await page.getByTestId('cancel-dialog').getByText('Asiakas pyysi').click();
    await page.getByTestId('confirm-cancel').click();
    await page.getByTestId('outcome').getByText('Peruttu').waitFor();
  });
});
