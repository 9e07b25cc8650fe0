import { SystemClock } from '@tapaamo/common';
import type { StaffMember, TeamList } from '@tapaamo/contracts';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { openProfile, type WatchedPage } from '../support/browser.js';
import {
  ADMIN,
  finnishDay,
  identifyAs,
  linkIn,
  mediaFlows,
  messageTo,
  passDoor,
  signIn,
} from '../support/journey.js';
import { isFocused } from '../support/keyboard.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { askAs, type InvitedVisit } from '../support/visits.js';

const languages = OTHER_LANGUAGES;
const COLLEAGUE = { displayName: 'Kerttu Kollega', email: 'kerttu.kollega@mallila.example' };
const CLIENT = 'Aino Olivia Virtanen';
const clock = new SystemClock();

describe('colleagues who share their work, in browsers', () => {
  let stage: Stage;
  let inspector: PageInspector;
  let admin: WatchedPage;
  let colleague: WatchedPage;
  let colleagueId: string;
  let own: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    own = stage.professional.page;
    admin = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    await signIn(admin.page, stage.system, ADMIN);
    colleague = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    colleagueId = await welcome(colleague.page);
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(() => stage.close());

  /** The colleague is invited, sets up their account and is signed in. @returns Their id. */
  async function welcome(page: Page): Promise<string> {
    const wish = { ...COLLEAGUE, roles: ['professional', 'team-lead'] };
    const { body } = await askAs<StaffMember>(admin.page, 'POST', '/api/staff', wish);
    await page.goto(linkIn(await messageTo(stage.system, COLLEAGUE.email)));
    await page.getByTestId('rather-password').click();
    const key = await page.getByTestId('generator-key').innerText();
    const totp = new TOTP({ secret: Secret.fromBase32(key) });
    await page.locator('#field-password').fill('neljä-vihreää-hevosta');
    await page.locator('#field-code').fill(totp.generate({ timestamp: clock.nowMs() }));
    await page.getByTestId('accept-invitation').click();
    await page.getByTestId('codes-kept').click();
    await page.getByTestId('bookings-page').waitFor();
    return body.id;
  }

  const show = async (page: Page, path: string, testId: string): Promise<void> => {
    await page.goto(new URL(path, stage.system.url).href);
    await page.getByTestId(testId).waitFor();
  };
  const chooseColleague = (page: Page) =>
    page.locator('#field-colleagueId').selectOption({ label: COLLEAGUE.displayName });
  /** The colleague's list, kept live: nothing is loaded anew. */
  const inList = (text: string) =>
    colleague.page.locator('[data-testid^="booking-"]').filter({ hasText: text });
  const wait = async ({ page }: WatchedPage, { link }: InvitedVisit): Promise<void> => {
    await passDoor(page, link);
    await identifyAs(page, 'aino-virtanen');
    await page.getByTestId('waiting-room').waitFor();
  };

  it('let in the client of a visit that was shared, and lose it in the middle of the call', async () => {
    const visit = await stage.visits.invite({ name: CLIENT });
    await stage.showVisit(visit.visitId);
    await show(colleague.page, '/bookings', 'bookings-page');
    await chooseColleague(own);
    await own.getByTestId('free-for-visit').getByText('on vapaa tapaamisen ajan').waitFor();
    await own.getByTestId('share-visit').click();
    await own.getByTestId('shared-with').getByText(COLLEAGUE.displayName).waitFor();
    await inspector.inspect(stage.professional, 'visit-shared', { title: 'Tapaaminen', languages });
    await inList('Sanna Salonen on jakanut tapaamisen kanssasi').waitFor();
    await inspector.inspect(colleague, 'bookings-of-colleagues', { title: 'Varaukset' });
    await inList(CLIENT).getByTestId('open-visit').click();
    await colleague.page.getByTestId('whose').waitFor();
    expect(await colleague.page.getByTestId('hand-over-visit').count()).toBe(0);

    const client = await stage.newClient();
    await wait(client, visit);
    await colleague.page.getByTestId('admit').click();
    await client.page.getByTestId('meeting').waitFor();
    await Promise.all([mediaFlows(client.page), mediaFlows(colleague.page)]);

    await own.getByTestId(`end-share-${colleagueId}`).click();
    await colleague.page.getByTestId('lost-visit').waitFor();
    expect(await colleague.page.getByTestId('visit-page').innerText()).not.toContain('Aino');
    expect(await colleague.page.getByTestId('meeting').count()).toBe(0);
    // The client's own place is untouched: the professional comes in, and they see each other.
    await own.getByTestId('join-meeting').click();
    await Promise.all([mediaFlows(client.page), mediaFlows(own)]);
    await own.getByTestId('end-visit').click();
    await own.getByTestId('confirm-end-visit').click();
    await own.getByTestId('ended-page').waitFor();
    await client.context.close();
  });

  it('come into the call that goes on, once they are invited from it', async () => {
    const visit = await stage.visits.invite({ name: CLIENT });
    const client = await stage.newClient();
    await wait(client, visit);
    await stage.showVisit(visit.visitId);
    await own.getByTestId('admit').click();
    await client.page.getByTestId('meeting').waitFor();
    await own.getByTestId('invite-open').click();
    await own.getByTestId(`invite-${colleagueId}`).click();
    await own.getByTestId('invited').getByText(COLLEAGUE.displayName).waitFor();
    await own.keyboard.press('Escape');
    await own.getByTestId('invite-dialog').waitFor({ state: 'detached' });
    expect(await isFocused(own.getByTestId('invite-open'))).toBe(true);
    await show(colleague.page, `/visits/${visit.visitId}`, 'visit-page');
    await colleague.page.getByTestId('join-meeting').click();
    await Promise.all([client.page, own, colleague.page].map((page) => mediaFlows(page)));
    const said = own.getByTestId('meeting').getByTestId('announcement');
    await said.getByText(`Mukana nyt: ${COLLEAGUE.displayName}.`).waitFor();
    await own.getByTestId('tiles').getByText(COLLEAGUE.displayName).first().waitFor();
    await colleague.page.getByTestId('leave-meeting').click();
    await said.getByText(`Ei enää mukana: ${COLLEAGUE.displayName}.`).waitFor();
    await own.getByTestId(`end-share-${colleagueId}`).click();
    await colleague.page.getByTestId('lost-visit').waitFor();
    await own.getByTestId('end-visit').click();
    await own.getByTestId('confirm-end-visit').click();
    await own.getByTestId('ended-page').waitFor();
    await client.context.close();
  });

  it('hand a visit over: one loses it, the other has it, and the client sees another name', async () => {
    const visit = await stage.visits.invite({ name: CLIENT });
    const client = await stage.newClient();
    await client.page.goto(visit.link);
    await client.page.getByTestId('door-page').getByText('Sanna Salonen').waitFor();
    await show(colleague.page, '/bookings', 'bookings-page');
    await stage.showVisit(visit.visitId);
    await chooseColleague(own);
    await own.getByTestId('hand-over-visit').click();
    await own.getByTestId('confirm-hand-over').waitFor();
    await inspector.inspect(stage.professional, 'visit-hand-over', { title: 'Tapaaminen' });
    await own.getByTestId('confirm-hand-over').click();
    await own.getByTestId('lost-visit').waitFor();
    await inspector.inspect(stage.professional, 'visit-handed-over', {
      title: 'Tapaaminen ei ole enää sinulla',
      languages,
    });
    await inList(CLIENT).getByTestId('open-visit').click();
    await colleague.page.getByTestId('move-booking').waitFor();
    await client.page.reload();
    await client.page.getByTestId('door-page').getByText(COLLEAGUE.displayName).waitFor();
    await wait(client, visit);
    await colleague.page.getByTestId('admit').click();
    await client.page.getByTestId('meeting').waitFor();
    await colleague.page.getByTestId('end-visit').click();
    await colleague.page.getByTestId('confirm-end-visit').click();
    await client.context.close();
  });

  it('are seen in one’s own week as busy, and as nothing else', async () => {
    const day = [{ from: '09:00', to: '15:00' }];
    await askAs(colleague.page, 'POST', '/api/working-hours', {
      weekdays: [day, day, day, day, day, [], []],
      exceptions: [],
      version: 0,
    });
    await show(own, '/bookings?view=week', 'picture-week');
    await own.locator('#field-busyOf').selectOption({ label: COLLEAGUE.displayName });
    const busy = own.getByTestId('shade-colleague');
    await busy.last().waitFor();
    for (const text of await busy.allTextContents()) {
      expect(text).toMatch(/: Varattu: Kerttu KollegaVarattu: Kerttu Kollega$/);
    }
    await inspector.inspect(stage.professional, 'calendar-of-colleague', { title: 'Varaukset' });
    await own.locator('#field-busyOf').selectOption('');
    await busy.first().waitFor({ state: 'detached' });
  });

  it('stand in for days of absence, and no longer when it is ended', async () => {
    await stage.visits.invite({ name: 'Pekka Sijaisella' });
    await show(colleague.page, '/bookings', 'bookings-page');
    await own.getByRole('link', { name: 'Sijaisuudet', exact: true }).click();
    await own.getByTestId('stand-in-form').waitFor();
    await own.getByTestId('add-stand-in').click();
    await inspector.inspect(stage.professional, 'stand-ins-problems', { title: 'Sijaisuudet' });
    // Visits are booked a few minutes ahead, which may be tomorrow.
    const [today, tomorrow] = [finnishDay(0), finnishDay(1)];
    await own.locator('#field-standInId').selectOption({ label: COLLEAGUE.displayName });
    await own.locator('#field-firstDay').fill(today);
    await own.locator('#field-lastDay').fill('1.1.2020');
    await own.getByTestId('add-stand-in').click();
    await own.getByText('Viimeinen päivä ei voi olla ennen ensimmäistä päivää.').waitFor();
    await own.locator('#field-lastDay').fill(tomorrow);
    await own.getByTestId('add-stand-in').click();
    await own.getByTestId('stand-in-saved').waitFor();
    await inspector.inspect(stage.professional, 'stand-ins', { title: 'Sijaisuudet', languages });
    await inList('Pekka Sijaisella').getByText('Sijaistat: Sanna Salonen.').waitFor();
    await own.getByTestId('end-stand-in').click();
    await inList('Pekka Sijaisella').waitFor({ state: 'detached' });
  });

  it('are put in teams by an admin, and a lead shows the team’s bookings', async () => {
    await stage.visits.invite({ name: 'Terttu Tiimissä' });
    await admin.page.getByRole('link', { name: 'Henkilöstö', exact: true }).click();
    await admin.page.getByTestId('to-teams').click();
    await admin.page.locator('#field-newTeam').fill('Perhetyö');
    await admin.page.getByTestId('create-team').click();
    await admin.page.getByTestId('change-team').click();
    expect(await isFocused(admin.page.getByTestId('team-form'))).toBe(true);
    const people = admin.page.locator('[data-testid^="member-"]');
    for (const name of ['Sanna Salonen', COLLEAGUE.displayName]) {
      await people.filter({ hasText: name }).getByRole('checkbox').first().press('Space');
    }
    await people
      .filter({ hasText: COLLEAGUE.displayName })
      .getByRole('checkbox')
      .last()
      .press('Space');
    await inspector.inspect(admin, 'team-form', { title: 'Tiimit', languages });
    // Another admin is faster: what they changed is told, what was chosen here stays.
    const { teams } = (await askAs<TeamList>(admin.page, 'GET', '/api/teams')).body;
    const theirs = { name: 'Perhetyö, itä', members: [], version: 1 };
    await askAs(admin.page, 'POST', `/api/teams/${teams[0]?.id ?? ''}`, theirs);
    await admin.page.getByTestId('save-team').click();
    await admin.page.getByTestId('team-conflict').getByText('Tiimin nimi').waitFor();
    await inspector.inspect(admin, 'team-conflict', { title: 'Tiimit', languages });
    await admin.page.getByTestId('save-team').click();
    await admin.page.getByRole('heading', { name: 'Perhetyö, itä' }).waitFor();
    await admin.page.getByTestId('change-team').waitFor();
    expect(await isFocused(admin.page.getByTestId('change-team'))).toBe(true);
    await inspector.inspect(admin, 'teams', { title: 'Tiimit', languages });
    await show(colleague.page, '/bookings', 'bookings-page');
    expect(await inList('Terttu Tiimissä').count()).toBe(0);
    await colleague.page.getByTestId('show-team').press('Space');
    await inList('Terttu Tiimissä').getByText('Tiimisi varaus: Sanna Salonen.').waitFor();
    await inspector.inspect(colleague, 'bookings-of-the-team', { title: 'Varaukset' });
    await admin.page.getByTestId('remove-team').click();
    await admin.page.getByTestId('confirm-remove-team').click();
    await inList('Terttu Tiimissä').waitFor({ state: 'detached' });
    await admin.page.getByTestId('change-team').waitFor({ state: 'detached' });
    expect(await isFocused(admin.page.getByRole('heading', { level: 1 }))).toBe(true);
  });

  it('get everything of who leaves, by an admin who sees no client', async () => {
    await show(colleague.page, '/bookings', 'bookings-page');
    await show(admin.page, '/staff', 'staff-table');
    await admin.page.getByRole('link', { name: 'Sanna Salonen' }).click();
    await admin.page.getByTestId('staff-hand-over').waitFor();
    await chooseColleague(admin.page);
    await admin.page.getByTestId('hand-over-all').click();
    await admin.page.getByTestId('confirm-hand-over-all').click();
    await admin.page.getByTestId('handed-over').getByText('2 tapaamista siirtyi.').waitFor();
    await inspector.inspect(admin, 'staff-handed-over', { title: 'Sanna Salonen', languages });
    await inList('Terttu Tiimissä').waitFor();
    expect(await admin.page.locator('body').innerText()).not.toContain('Terttu');
    [admin, colleague, stage.professional].forEach((profile) => inspector.checkConduct(profile));
  });
});
