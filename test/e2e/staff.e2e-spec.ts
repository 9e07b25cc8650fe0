import { readFile } from 'node:fs/promises';
import { SystemClock } from '@tapaamo/common';
import { INVITED_AT_ONCE_MAX, type StaffMember } from '@tapaamo/contracts';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { openProfile, type WatchedPage } from '../support/browser.js';
import { ADMIN, PROFESSIONAL, linkIn, messageTo, passDoor, signIn } from '../support/journey.js';
import { focused, goTo, isFocused } from '../support/keyboard.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { askAs } from '../support/visits.js';

const languages = OTHER_LANGUAGES;
const PASSWORD = 'neljä-vihreää-hevosta';
const EMAIL = 'onni.omavalta@mallila.example';
const STEP_MS = 30_000;
const clock = new SystemClock();

describe('the staff of an organisation, kept by an admin', () => {
  let stage: Stage;
  let inspector: PageInspector;
  let admin: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    admin = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    ({ page } = admin);
    await admin.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page, stage.system, ADMIN);
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(() => stage.close());

  const show = async (path: string, testId: string): Promise<void> => {
    // A reload would keep what the list was narrowed by.
    await page.goto('about:blank');
    await page.goto(new URL(path, stage.system.url).href);
    await page.getByTestId(testId).waitFor();
  };
  const search = async (text: string): Promise<void> => {
    await page.locator('#field-search').fill(text);
    await page.getByTestId('staff-find').click();
  };
  const openMember = async (name: string): Promise<void> => {
    await show('/staff', 'staff-table');
    // The signed-in person's own name is a link in the page's head, too.
    await page.getByTestId('staff-table').getByRole('link', { name }).click();
    await page.getByTestId('person-form').waitFor();
  };
  const toggleRole = (role: string) => page.getByTestId(`role-${role}`).press('Space');
  const choose = (name: string, content: string | Buffer) =>
    page.getByTestId('list-file').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });

  it('is a list that is searched, and found from the main menu', async () => {
    await page.getByRole('link', { name: 'Henkilöstö', exact: true }).click();
    await page.getByTestId('staff-table').waitFor();
    await inspector.inspect(admin, 'staff', { title: 'Henkilöstö', languages });
    await search('salonen');
    await page.getByText('1 työntekijä', { exact: true }).waitFor();
    expect(page.url()).not.toContain('salonen');
    await search('nobody of this name');
    await page.getByText('Haulla ei löytynyt ketään.').waitFor();
    await inspector.inspect(admin, 'staff-none', { title: 'Henkilöstö', languages });
    await page.goBack();
    await page.getByText('1 työntekijä', { exact: true }).waitFor();
    expect(await page.locator('#field-search').inputValue()).toBe('salonen');
  });

  it('says so when it cannot be read, and is read again', async () => {
    await page.route(/\/api\/staff(\?|$)/, (route) => route.fulfill({ status: 502, body: 'Bad' }));
    await show('/staff', 'failure');
    await inspector.inspect(admin, 'staff-failed', { title: 'Henkilöstö' });
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
    await page.getByTestId('staff-table').waitFor();
  });

  it('grows by a person who is invited, gets a mail, sets up their account and signs in', async () => {
    await show('/staff', 'staff-page');
    await page.getByTestId('invite-one').click();
    await page.getByTestId('person-form').waitFor();
    await inspector.inspect(admin, 'staff-invite', { title: 'Kutsu työntekijä', languages });
    await page.locator('#field-displayName').fill('=1+1');
    await page.locator('#field-email').fill(PROFESSIONAL);
    await toggleRole('professional');
    await page.getByTestId('save-person').click();
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'staff-invite-problems', { title: 'Kutsu työntekijä' });
    await page.locator('#field-displayName').fill('Onni Omavalta');
    await toggleRole('professional');
    await page.getByTestId('save-person').click();
    await page.getByText('on jo tunnus organisaatiossanne').first().waitFor();
    await page.locator('#field-email').fill(EMAIL);
    await page.getByTestId('save-person').click();
    await page.getByTestId('staff-invited').waitFor();
    await inspector.inspect(admin, 'staff-invited', { title: 'Onni Omavalta on kutsuttu' });

    const person = await stage.newClient();
    await person.page.goto(linkIn(await messageTo(stage.system, EMAIL)));
    await person.page.getByTestId('rather-password').click();
    const key = await person.page.getByTestId('generator-key').innerText();
    const totp = new TOTP({ secret: Secret.fromBase32(key) });
    await person.page.locator('#field-password').fill(PASSWORD);
    await person.page.locator('#field-code').fill(totp.generate({ timestamp: clock.nowMs() }));
    await person.page.getByTestId('accept-invitation').click();
    await person.page.getByTestId('codes-kept').click();
    await person.page.getByTestId('bookings-page').waitFor();
    const device = await stage.newClient();
    await device.page.goto(stage.system.url);
    await device.page.locator('#field-email').fill(EMAIL);
    await device.page.locator('#field-password').fill(PASSWORD);
    await device.page.getByTestId('sign-in').click();
    // The code of this half minute was used for the account already.
    const next = totp.generate({ timestamp: clock.nowMs() + STEP_MS });
    await device.page.locator('#field-code').fill(next);
    await device.page.getByTestId('use-code').click();
    await device.page.getByTestId('bookings-page').waitFor();
    await device.context.close();
    inspector.checkConduct(person);
    await person.context.close();

    await show('/staff', 'staff-table');
    const row = page.getByRole('row').filter({ hasText: EMAIL });
    expect(await row.getByTestId('staff-state').innerText()).toBe('Käytössä');
  });

  it('is invited from a list of a spreadsheet, once every row is right', async () => {
    await show('/staff/import', 'import-page');
    await inspector.inspect(admin, 'staff-import', { title: 'Kutsu monta kerralla', languages });
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('template').click(),
    ]);
    expect(template.suggestedFilename()).toBe('henkilosto.csv');
    const header = (await readFile(await template.path(), 'utf8')).trim();
    const rows = [
      'Åsa Öhman;asa.ohman@mallila.example;lähiesihenkilö, ammattilainen',
      '=1+1;kaava@mallila.example;ammattilainen',
      `Sanna Salonen;${PROFESSIONAL.toUpperCase()};`,
    ];
    await choose('lista.csv', [header, ...rows].join('\r\n'));
    await page.getByTestId('list-wrong').getByText('1 rivi on korjattava').waitFor();
    await inspector.inspect(admin, 'staff-import-problems', { title: 'Kutsu monta kerralla' });
    const list = page.locator('#field-list');
    await list.fill((await list.inputValue()).replace('=1+1', 'Kaarina Kaava'));
    await page.getByTestId('list-stale').waitFor();
    await page.getByTestId('check-list').click();
    // Only the server knows who is here already.
    await page.getByTestId('row-4').getByText('on jo tunnus organisaatiossanne').waitFor();
    expect(await page.getByTestId('invite-all').count()).toBe(0);
    await list.fill(
      [header, ...rows.slice(0, 1), 'Kaarina Kaava;kaava@mallila.example'].join('\n'),
    );
    await page.getByTestId('check-list').click();
    await page.getByTestId('list-right').waitFor();
    await inspector.inspect(admin, 'staff-import-right', {
      title: 'Kutsu monta kerralla',
      languages,
    });
    await page.getByTestId('invite-all').click();
    await page.getByTestId('import-done').waitFor();
    await inspector.inspect(admin, 'staff-imported', {
      title: '2 henkilöä on kutsuttu',
      languages,
    });
    await page.getByRole('link', { name: 'Katso kutsuttuja' }).click();
    await page.getByText('2 työntekijää', { exact: true }).waitFor();
    await messageTo(stage.system, 'asa.ohman@mallila.example');
  });

  it('is not invited from too long a list, a workbook or a list without headers, and the page lives on', async () => {
    await show('/staff/import', 'import-page');
    const people = 'Aino Öhman;aino@mallila.example\n'.repeat(100_000);
    for (const [content, reason] of [
      [`Nimi;Sähköposti\n${people}`, /100\s000 henkilöä/],
      [Buffer.from('504b03040000000000', 'hex'), 'Tiedosto ei ole CSV-tiedosto'],
      ['Aino;aino@mallila.example', 'Ensimmäisestä rivistä puuttuu: nimi, sähköposti'],
    ] as const) {
      await choose('lista.csv', content);
      await page.getByTestId('list-problem').getByText(reason).waitFor();
    }
    await inspector.inspect(admin, 'staff-import-refused', {
      title: 'Kutsu monta kerralla',
      languages,
    });
    const most = Array.from(
      { length: INVITED_AT_ONCE_MAX },
      (_, number) => `Aino Öhman;aino${String(number)}@mallila.example`,
    );
    await choose('lista.csv', Buffer.from(`Nimi;Sähköposti\n${most.join('\n')}`, 'latin1'));
    await page.getByTestId('list-right').waitFor();
    await page.getByTestId('show-all').click();
    expect(await page.getByTestId('preview').getByText('Aino Öhman').count()).toBe(
      INVITED_AT_ONCE_MAX,
    );
  });

  it('has invitations that are handed over as links, sent again and taken back', async () => {
    await openMember('Kaarina Kaava');
    await inspector.inspect(admin, 'staff-member-invited', { title: 'Kaarina Kaava', languages });
    await page.getByTestId('make-link').click();
    const link = await page.getByTestId('invitation-link').inputValue();
    expect(link).toMatch(/\/invitation#[\w-]{43}$/);
    await page.getByTestId('copy-link').click();
    await page.getByText('Linkki on kopioitu.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(link);
    await page.getByText('kutsu voimassa').waitFor();
    await inspector.inspect(admin, 'staff-member-link', { title: 'Kaarina Kaava', languages });
    await page.reload();
    await page.getByTestId('make-link').waitFor();
    expect(await page.getByTestId('invitation-link').count()).toBe(0);
    await page.getByTestId('renew-invitation').click();
    await page.getByTestId('invitation-renewed').waitFor();
    const guest = await stage.newClient();
    await guest.page.goto(link);
    await guest.page.getByTestId('invitation-refused').waitFor();
    await guest.context.close();
    await page.getByTestId('withdraw-invitation').click();
    await page.getByTestId('confirm-dialog').waitFor();
    await inspector.inspect(admin, 'staff-withdraw-question', { title: 'Kaarina Kaava' });
    await page.getByTestId('confirm-withdraw').click();
    await page.getByTestId('staff-done').waitFor();
    expect(await page.getByTestId('staff-table').innerText()).not.toContain('Kaarina Kaava');
  });

  it('has a member who is closed while a page of theirs is open, and is out at once', async () => {
    const { page: theirs } = stage.professional;
    await theirs.goto(`${stage.system.url}/bookings`);
    await theirs.getByTestId('bookings-page').waitFor();
    await openMember('Sanna Salonen');
    await inspector.inspect(admin, 'staff-member', { title: 'Sanna Salonen', languages });
    await page.getByTestId('deactivate').click();
    await page.getByTestId('confirm-dialog').waitFor();
    await inspector.inspect(admin, 'staff-close-question', { title: 'Sanna Salonen' });
    await page.getByTestId('confirm-deactivate').click();
    await theirs.getByTestId('sign-in-page').waitFor({ timeout: 5_000 });
    await page.getByTestId('reactivate').waitFor();
    await inspector.inspect(admin, 'staff-member-closed', { title: 'Sanna Salonen', languages });
    await theirs.locator('#field-email').fill(PROFESSIONAL);
    await theirs.locator('#field-password').fill(stage.system.passwords()[PROFESSIONAL] ?? '');
    await theirs.getByTestId('sign-in').click();
    await theirs.getByTestId('sign-in-error').waitFor();
    await page.getByTestId('reactivate').click();
    await page.getByTestId('deactivate').waitFor();
    await signIn(theirs, stage.system, PROFESSIONAL);
  });

  it('has a member who is closed in the middle of a call, which goes on without them', async () => {
    const { page: theirs } = stage.professional;
    const { visitId, link } = await stage.visits.invite({
      service: 'Yleinen neuvonta',
      inMinutes: 2,
    });
    const client = await stage.newClient();
    await passDoor(client.page, link);
    await client.page.getByTestId('waiting-room').waitFor();
    await stage.showVisit(visitId);
    await theirs.getByTestId('admit').click();
    await client.page.locator('[data-testid^="tile-"]').waitFor();
    await openMember('Sanna Salonen');
    await page.getByTestId('deactivate').click();
    await page.getByTestId('confirm-deactivate').click();
    await theirs.getByTestId('sign-in-page').waitFor({ timeout: 5_000 });
    await client.page.getByText('ei ole juuri nyt tapaamisessa').waitFor({ timeout: 5_000 });
    await page.getByTestId('reactivate').click();
    await page.getByTestId('deactivate').waitFor();
    await signIn(theirs, stage.system, PROFESSIONAL);
    await client.context.close();
  });

  it('has a member who lost every way to sign in, and is invited anew by mail only', async () => {
    await openMember('Onni Omavalta');
    await page.getByTestId('reset-sign-in').click();
    await page.getByTestId('confirm-dialog').waitFor();
    await inspector.inspect(admin, 'staff-reset-question', { title: 'Onni Omavalta' });
    await page.getByTestId('confirm-reset-sign-in').click();
    await page.getByTestId('renew-invitation').waitFor();
    await inspector.inspect(admin, 'staff-member-reset', { title: 'Onni Omavalta', languages });
    expect(await page.getByTestId('reset-sign-in').count()).toBe(0);
    await page.getByTestId('by-mail-only').waitFor();
    expect(await page.getByTestId('make-link').count()).toBe(0);
  });

  it('keeps its last admin, and says why', async () => {
    await openMember('Petri Lindholm');
    await page.getByTestId('own-account').waitFor();
    await page.getByTestId('deactivate').click();
    await page.getByTestId('confirm-deactivate').click();
    await page.getByTestId('staff-refused').getByText('ainoa pääkäyttäjä').waitFor();
    await inspector.inspect(admin, 'staff-last-admin', { title: 'Petri Lindholm', languages });
    await page.reload();
    await toggleRole('admin');
    await page.getByTestId('save-person').click();
    await page.getByTestId('staff-refused').getByText('Anna rooli ensin toiselle').waitFor();
  });

  it('is changed with a keyboard alone, and a question is answered no', async () => {
    await show('/staff', 'staff-table');
    await goTo(page, page.locator('#field-search'), { watchRing: true });
    await page.keyboard.type('åsa');
    await page.keyboard.press('Enter');
    await page.getByText('1 työntekijä', { exact: true }).waitFor();
    expect(await isFocused(page.locator('#field-search'))).toBe(true);
    await goTo(page, page.getByRole('link', { name: 'Åsa Öhman' }), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('person-form').waitFor();
    await goTo(page, page.getByTestId('withdraw-invitation'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('confirm-dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('confirm-dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('Peru kutsu');
    await goTo(page, page.locator('#field-displayName'));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Åsa Öhman-Lind');
    await goTo(page, page.getByTestId('role-data-protection-officer'), { watchRing: true });
    await page.keyboard.press('Space');
    await goTo(page, page.getByTestId('save-person'), { watchRing: true });
    await page.keyboard.press('Enter');
    await page.getByTestId('staff-saved').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Åsa Öhman-Lind');
  });

  it('keeps what two admins wrote at once, to be looked at and saved again', async () => {
    await openMember('Åsa Öhman-Lind');
    const path = `/api${new URL(page.url()).pathname}`;
    const { version, roles } = (await askAs<StaffMember>(page, 'GET', path)).body;
    const theirs = { displayName: 'Åsa Lind', roles, version };
    expect((await askAs(page, 'POST', path, theirs)).status).toBe(204);
    await toggleRole('team-lead');
    await page.getByTestId('save-person').click();
    await page.getByTestId('staff-conflict').waitFor();
    await inspector.inspect(admin, 'staff-conflict', { title: 'Åsa Lind', languages });
    expect(await page.locator('#field-displayName').inputValue()).toBe('Åsa Lind');
    await page.getByTestId('save-person').click();
    await page.getByTestId('staff-saved').waitFor();
    const after = (await askAs<StaffMember>(page, 'GET', path)).body;
    expect(after.displayName).toBe('Åsa Lind');
    expect(after.roles).not.toEqual(roles);
  });

  it('is no page of a professional', async () => {
    const { page: theirs } = stage.professional;
    for (const path of ['/staff', '/staff/new', '/staff/import']) {
      await theirs.goto(`${stage.system.url}${path}`);
      await theirs.getByTestId('bookings-page').waitFor();
    }
    inspector.checkConduct(admin);
  });
});
