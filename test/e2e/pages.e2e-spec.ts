import type { StaffList } from '@tapaamo/contracts';
import type { Page, WebSocketRoute } from 'playwright-core';
import { launchBrowser, openProfile, type WatchedPage } from '../support/browser.js';
import {
  ADMIN,
  PROFESSIONAL,
  chooseService,
  finnishDay,
  identifyAs,
  signIn,
} from '../support/journey.js';
import { OTHER_LANGUAGES, PageInspector, SILENT_TITLE } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';
import { askAs, type InvitedVisit } from '../support/visits.js';

const DAY_MS = 86_400_000;
const languages = OTHER_LANGUAGES;

describe('every page, on a telephone and on a desk', () => {
  let stage: Stage;
  let inspector: PageInspector;
  let staff: WatchedPage;
  let client: WatchedPage;
  let visit: InvitedVisit;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    staff = stage.professional;
    client = await stage.newClient();
  });

  afterEach(() => {
    const found = inspector.findings.splice(0);
    expect(found).toEqual([]);
  });

  afterAll(async () => {
    await stage.close();
  });

  const show = async (page: Page, path: string, testId: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(new URL(path, stage.system.url).href);
    await page.getByTestId(testId).waitFor();
  };

  it('of somebody who has not signed in', async () => {
    const stranger = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    await show(stranger.page, '/', 'sign-in-page');
    await inspector.inspect(stranger, 'sign-in', { title: 'Kirjaudu sisään', languages });
    await stranger.page.locator('#field-email').fill(PROFESSIONAL);
    await stranger.page.locator('#field-password').fill('wrong');
    await stranger.page.getByTestId('sign-in').click();
    await stranger.page.getByTestId('sign-in-error').waitFor();
    await inspector.inspect(stranger, 'sign-in-refused', { title: 'Kirjaudu sisään' });
    await show(stranger.page, '/nowhere', 'not-found-page');
    await inspector.inspect(stranger, 'not-found', { title: 'Sivua ei löytynyt' });
    for (const [path, title] of [
      ['', 'Ohjeet'],
      ['/client', 'Ohje asiakkaalle'],
      ['/professional', 'Ohje ammattilaiselle'],
      ['/admin', 'Ohje pääkäyttäjälle'],
      ['/developer', 'Ohje järjestelmän kehittäjälle'],
    ] as const) {
      await show(stranger.page, `/guide${path}`, 'guide-page');
      await inspector.inspect(stranger, `guide${path.replace('/', '-')}`, { title, languages });
    }
    inspector.checkConduct(stranger);
    await stranger.context.close();
  });

  it('of a professional who books', async () => {
    const { page } = staff;
    await show(page, '/bookings', 'bookings-page');
    await inspector.inspect(staff, 'bookings-empty', { title: 'Varaukset' });
    await show(page, '/bookings/new', 'booking-form');
    await inspector.inspect(staff, 'booking-form', { title: 'Uusi varaus' });
    await page.getByTestId('booking-details').locator('summary').press('Enter');
    await page.locator('#field-recordReference').fill('131052-308T');
    await page.getByTestId('create-booking').click();
    await page.getByTestId('problem-summary').getByText('henkilötunnusta').waitFor();
    await inspector.inspect(staff, 'booking-form-problems', { title: 'Uusi varaus' });
    await chooseService(page, 'Asumisen tuki');
    await page.locator('#field-date').fill(finnishDay(1));
    await page.locator('#field-time').fill('23.50');
    await page.locator('#field-durationMinutes').fill('5');
    await page.locator('#field-clientName').fill('Kukka-Maaria Haapakoski-Henriksson');
    await page.locator('#field-clientPhone').fill('040 765 4321');
    await page.locator('#field-clientEmail').fill('kukka-maaria@example.fi');
    await page.locator('#field-recordReference').fill('A-2027-118');
    await page.getByTestId('create-booking').click();
    const created = page.getByTestId('booking-created');
    await created.waitFor();
    await inspector.inspect(staff, 'booking-created', {
      title: await created.getByRole('heading', { level: 1 }).innerText(),
    });
    visit = await stage.visits.invite();
    await show(page, '/bookings', 'bookings-page');
    await inspector.inspect(staff, 'bookings', { title: 'Varaukset' });
    await stage.showVisit(visit.visitId);
    await page.getByTestId('set-reference').press('Enter');
    await page.locator('#field-recordReference').fill('A-2027-119');
    await page.getByTestId('confirm-reference').press('Enter');
    await page.getByTestId('reference-set').waitFor();
    await page.getByText('Viite asiakastietojärjestelmässä: A-2027-119').waitFor();
    await inspector.inspect(staff, 'visit-before', { title: 'Tapaaminen' });
  });

  it('of a client whose link leads to nothing yet', async () => {
    const { page } = client;
    await show(page, '/v', 'no-session-page');
    await inspector.inspect(client, 'no-session', { title: SILENT_TITLE, languages });
    await show(page, `/v#${'A'.repeat(43)}`, 'broken-link-page');
    await inspector.inspect(client, 'broken-link', { title: SILENT_TITLE, languages });
    const tomorrow = await stage.visits.invite({ inMinutes: 24 * 60 });
    await show(page, tomorrow.link, 'door-page');
    await page.getByTestId('door-continue').click();
    await page.getByTestId('too-early-page').waitFor();
    await inspector.inspect(client, 'too-early', { title: 'Tulit hyvissä ajoin', languages });
    await page.route('**/api/door/look', (route) => route.fulfill({ status: 502, body: 'Bad' }));
    await show(page, visit.link, 'door-failed');
    await inspector.inspect(client, 'door-failed', {
      title: SILENT_TITLE,
      languages,
    });
    await page.unrouteAll();
  });

  it('of a client on the way in', async () => {
    const { page } = client;
    await show(page, visit.link, 'door-page');
    await inspector.inspect(client, 'door', { title: 'Tervetuloa etätapaamiseen', languages });
    await page.getByTestId('door-continue').click();
    await page.getByTestId('device-test').waitFor();
    const title = 'Testaa laitteesi';
    await inspector.inspect(client, 'device-test', { title, languages });
    await page.getByTestId('start-device-test').click();
    await page.getByTestId('local-video').waitFor();
    await inspector.inspect(client, 'device-test-running', { title, languages });
    await page.getByTestId('device-test-continue').click();
    await page.getByTestId('identify-page').waitFor();
    await inspector.inspect(client, 'identify', { title: 'Tunnistaudu', languages });
    await page.getByTestId('identify').click();
    await page.locator('button[value="cancel"]').click();
    await page.getByTestId('identification-outcome').waitFor();
    await inspector.inspect(client, 'identify-cancelled', { title: 'Tunnistaudu', languages });
    await identifyAs(page, 'aino-virtanen');
    await page.getByTestId('waiting-room').waitFor();
    await inspector.inspect(client, 'waiting-room', { title: 'Odotushuone', languages });
  });

  it('of a client whose devices are refused', async () => {
    const browser = await launchBrowser({ permission: 'by-profile' });
    const refused = await openProfile(browser, { viewport: { width: 390, height: 844 } });
    await show(refused.page, visit.link, 'door-page');
    await refused.page.getByTestId('door-continue').click();
    await refused.page.getByTestId('start-device-test').click();
    await refused.page.getByTestId('device-help').waitFor();
    const title = 'Testaa laitteesi';
    await inspector.inspect(refused, 'device-test-refused', { title, languages });
    await browser.close();
  });

  it('of a visit that is held', async () => {
    const { page } = staff;
    await stage.showVisit(visit.visitId);
    await page.getByTestId('admit').waitFor();
    await inspector.inspect(staff, 'visit-waiting', { title: '(1) Tapaaminen' });
    await page.getByTestId('admit').click();
    await client.page.getByTestId('meeting').waitFor();
    await Promise.all(
      [client.page, page].map((each) => each.locator('figure video').first().waitFor()),
    );
    await inspector.inspect(client, 'meeting-client', { title: 'Tapaaminen', languages });
    await inspector.inspect(staff, 'meeting-professional', { title: 'Tapaaminen' });
    await client.page.getByTestId('device-choice-open').click();
    await client.page.getByTestId('device-choice').waitFor();
    await inspector.inspect(client, 'meeting-devices', { title: 'Tapaaminen', languages });
    await client.page.getByTestId('leave-meeting').click();
    await client.page.getByTestId('left-page').waitFor();
    await inspector.inspect(client, 'left', { title: 'Olet poistunut', languages });
    await page.getByText('Aino Olivia Virtanen poistui tapaamisesta.').waitFor();
    await inspector.inspect(staff, 'visit-left', { title: 'Tapaaminen' });
  });

  it('of a client who comes with a second device', async () => {
    const first = await stage.newClient();
    const other = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    for (const device of [first, client]) {
      await show(device.page, other.link, 'door-page');
      await device.page.getByTestId('door-continue').click();
      await device.page.getByTestId('device-test-skip').click();
      await device.page
        .getByTestId('waiting-room')
        .or(device.page.getByTestId('elsewhere-page'))
        .waitFor();
    }
    const title = 'Tapaaminen on auki toisella laitteella';
    await inspector.inspect(client, 'elsewhere', { title, languages });
    await askAs(client.page, 'POST', '/api/door/leave', {});
    await client.page.getByTestId('take-over').click();
    await client.page.getByTestId('session-over-page').waitFor();
    await inspector.inspect(client, 'session-over', {
      title: SILENT_TITLE,
      languages,
    });
    await first.page.getByTestId('leave-waiting-room').click();
    await first.page.getByTestId('close-on-this-device').click();
    await first.page.getByTestId('signed-out-page').waitFor();
    await inspector.inspect(first, 'signed-out', { title: SILENT_TITLE, languages });
    await first.context.close();
  });

  it('of a client for whom the meeting has no place left, until they try again', async () => {
    const late = await stage.newClient();
    const { page } = late;
    const other = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    await page.routeWebSocket(/\/socket\.io\//, refuseOnce());
    await show(page, other.link, 'door-page');
    await page.getByTestId('door-continue').click();
    await page.getByTestId('device-test-skip').click();
    await page.getByTestId('stopped-page').getByText('Tapaamisessa on jo 12').waitFor();
    const title = 'Yhteys tapaamiseen päättyi';
    await inspector.inspect(late, 'meeting-full', { title, languages });
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
    await page.getByTestId('waiting-room').waitFor();
    await page.locator('[data-testid=connection-state][data-line=connected]').waitFor();
    await page.getByTestId('leave-waiting-room').click();
    await page.getByTestId('left-page').waitFor();
    await late.context.close();
  });

  it('of a visit that is over', async () => {
    const { page } = staff;
    await page.getByTestId('end-visit').click();
    await page.getByTestId('confirm-dialog').waitFor();
    await inspector.inspect(staff, 'visit-end-question', { title: 'Tapaaminen' });
    await page.getByTestId('confirm-end-visit').click();
    await page.getByTestId('ended-page').waitFor();
    await inspector.inspect(staff, 'visit-ended', { title: 'Tapaaminen on päättynyt' });
    await show(page, '/bookings', 'bookings-page');
    await inspector.inspect(staff, 'bookings-after', { title: 'Varaukset' });
    await show(client.page, visit.link, 'ended-page');
    await inspector.inspect(client, 'ended', { title: 'Tapaaminen on päättynyt', languages });
  });

  /** An admin asks for the visit to be held; it is once another confirms it, and until a review ends it. */
  const holdAndRelease = async (admin: WatchedPage): Promise<void> => {
    const { page } = admin;
    const board = { title: 'Lukitut tiedot', languages };
    await show(page, '/holds', 'no-holds');
    await inspector.inspect(admin, 'holds-none', { title: board.title });
    await show(page, `/visits/${visit.visitId}`, 'unseen-visit');
    await page.getByTestId('request-hold').press('Enter');
    await page.getByTestId('send-request-hold').press('Enter');
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'hold-request', { title: 'Tapaaminen' });
    await page.getByTestId('request-hold-dialog').getByRole('radio').first().check({ force: true });
    await page.getByTestId('send-request-hold').press('Enter');
    await page.getByTestId('hold-requested').getByRole('link').press('Enter');
    await page.getByTestId('withdraw-hold').waitFor();
    expect(await page.getByTestId('confirm-hold').count()).toBe(0);
    await makeOfficer(page);
    await show(staff.page, '/holds', 'confirm-hold');
    await staff.page.getByTestId('confirm-hold').press('Enter');
    await staff.page.getByTestId('sure-confirm').press('Enter');
    await staff.page.getByTestId('release-hold').waitFor();
    await show(staff.page, `/visits/${visit.visitId}`, 'held-visit');
    await inspector.inspect(staff, 'visit-held', {
      title: 'Tapaamisen tiedot on lukittu',
      languages,
    });
    await show(client.page, visit.link, 'held-page');
    await inspector.inspect(client, 'held', { title: SILENT_TITLE, languages });
    await show(page, '/holds', 'release-hold');
    await inspector.inspect(admin, 'holds', board);
    await page.getByTestId('release-hold').press('Enter');
    await page.getByTestId('send-release-hold').press('Enter');
    await page.getByTestId('release-hold').waitFor({ state: 'detached' });
    await until(
      async () => {
        await show(client.page, visit.link, 'ended-page').catch(() => undefined);
        return client.page.getByTestId('ended-page').isVisible();
      },
      { what: 'the hold to be over', withinMs: 90_000 },
    );
  };

  /** The professional answers for data protection too: the second person. */
  const makeOfficer = async (admin: Page): Promise<void> => {
    const { body } = await askAs<StaffList>(admin, 'GET', '/api/staff?search=Salonen');
    const roles = ['professional', 'data-protection-officer'];
    const wish = { displayName: 'Sanna Salonen', roles, version: 1 };
    const path = `/api/staff/${body.staff[0]?.id ?? ''}`;
    expect((await askAs(admin, 'POST', path, wish)).status).toBe(204);
  };

  /** An admin has a visit forgotten of which they see nothing; whoever had the way to it is told so at once. */
  const eraseBeforeItsDay = async (admin: WatchedPage): Promise<void> => {
    const { page } = admin;
    const early = await stage.visits.invite();
    await show(page, `/visits/${early.visitId}`, 'unseen-visit');
    await inspector.inspect(admin, 'visit-unseen', { title: 'Tapaaminen', languages });
    await page.getByTestId('erase-visit').click();
    await page.getByTestId('erase-dialog').waitFor();
    await page.getByTestId('confirm-erase').click();
    await page.getByText('Täytä tämä kohta.').first().waitFor();
    await inspector.inspect(admin, 'visit-erase-question', { title: 'Tapaaminen' });
    await page.getByTestId('erase-dialog').getByRole('radio').first().check({ force: true });
    await page.getByTestId('confirm-erase').click();
    await page.getByTestId('erased-visit').waitFor();
    await inspector.inspect(admin, 'visit-erased', { title: 'Tapaaminen on poistettu' });
    await page.goto('about:blank');
    await page.goto(early.link);
    await page.getByTestId('forgotten-page').or(page.getByTestId('forgetting-now-page')).waitFor();
  };

  it('of an admin, and of a client who was forgotten', async () => {
    const admin = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    await signIn(admin.page, stage.system, ADMIN);
    await inspector.inspect(admin, 'forgetting', { title: 'Tietojen poistaminen' });
    await holdAndRelease(admin);
    await eraseBeforeItsDay(admin);
    stage.system.shiftClock(33 * DAY_MS);
    await until(
      async () => {
        await show(client.page, visit.link, 'forgotten-page').catch(() => undefined);
        return client.page.getByTestId('forgotten-page').isVisible();
      },
      { what: 'the visit to be forgotten', withinMs: 30_000 },
    );
    await inspector.inspect(client, 'forgotten', {
      title: SILENT_TITLE,
      languages,
    });
    inspector.checkConduct(client);
    inspector.checkConduct(staff);
    inspector.checkConduct(admin);
    await admin.context.close();
  });
});

/** Answers the first line to a meeting as a node does whose meeting is full; all later ones reach the node. */
function refuseOnce(): (line: WebSocketRoute) => void {
  let isRefused = false;
  return (line) => {
    if (isRefused) {
      line.connectToServer();
      return;
    }
    isRefused = true;
    const opened = { sid: 'full', upgrades: [], pingInterval: 25_000, pingTimeout: 20_000 };
    line.send(`0${JSON.stringify({ ...opened, maxPayload: 1_000_000 })}`);
    const refusal = { message: 'refused', data: { code: 'meeting.full' } };
    line.onMessage(() => line.send(`44${JSON.stringify(refusal)}`));
  };
}
