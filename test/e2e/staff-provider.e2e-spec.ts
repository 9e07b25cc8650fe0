import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openProfile, type WatchedPage } from '../support/browser.js';
import { inviteStaff } from '../support/invite-staff.js';
import { ADMIN, PROFESSIONAL, signIn } from '../support/journey.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { RunningSystem } from '../support/running-system.js';

const languages = OTHER_LANGUAGES;
const ULLA = 'ulla.uusi@mallila.example';

describe('signing in by the organisation’s own provider', () => {
  let system: RunningSystem;
  let browser: Browser;
  let inspector: PageInspector;
  let person: WatchedPage;
  let admin: WatchedPage;

  beforeAll(async () => {
    [system, browser] = await Promise.all([RunningSystem.start(), launchBrowser()]);
    inspector = new PageInspector();
    person = await openProfile(browser, { viewport: { width: 390, height: 844 } });
    admin = await openProfile(browser, { viewport: { width: 1280, height: 800 } });
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  const toProvider = async (page: Page, email: string): Promise<void> => {
    await page.goto(system.url);
    await page.locator('#field-email').fill(email);
    await page.getByTestId('sign-in-by-provider').click();
    await page.locator('input[name=person]').first().waitFor();
  };
  const choose = async (page: Page, name: string): Promise<void> => {
    await page.locator(`#person-${name}`).check();
    await page.locator('button[value=identify]').click();
  };
  const signOut = async ({ page }: WatchedPage): Promise<void> => {
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-in-page').waitFor();
  };
  const expectRefused = async ({ page }: WatchedPage): Promise<void> => {
    await page.getByTestId('provider-outcome').waitFor();
    await page.goto(`${system.url}/bookings`);
    await page.getByTestId('sign-in-page').waitFor();
  };

  it('somebody finds it by their address, and signs in to their account', async () => {
    const { page } = person;
    await page.goto(system.url);
    await page.locator('#field-email').fill('joku');
    await page.getByTestId('sign-in-by-provider').click();
    await page.getByText('nimi@esimerkki.fi').waitFor();
    await inspector.inspect(person, 'provider-no-address', { title: 'Kirjaudu sisään' });
    await page.locator('#field-email').fill('joku@muualla.example');
    await page.getByTestId('sign-in-by-provider').click();
    await page.getByTestId('provider-error').waitFor();
    await toProvider(page, PROFESSIONAL);
    await choose(page, 'sanna-salonen');
    await page.getByTestId('bookings-page').waitFor();
    expect(await page.getByTestId('own-name').innerText()).toBe('Sanna Salonen');
    await signOut(person);
  });

  it('somebody who turns back, or whom a rule refuses, reads why', async () => {
    const { page } = person;
    await toProvider(page, PROFESSIONAL);
    await page.locator('button[value=cancel]').click();
    await page.getByTestId('provider-outcome').getByText('keskeytyi').waitFor();
    await toProvider(page, PROFESSIONAL);
    await choose(page, 'raimo-ryhmaton');
    await page.getByTestId('provider-outcome').getByText('pääkäyttäjää').waitFor();
    await inspector.inspect(person, 'provider-refused', { title: 'Kirjaudu sisään', languages });
    await expectRefused(person);
  });

  it('somebody of the group gets an account, on the organisation’s own page', async () => {
    await signIn(admin.page, system, ADMIN);
    await admin.page.goto(`${system.url}/settings/sign-in`);
    const address = await admin.page.getByTestId('signInAddress').innerText();
    const { page } = person;
    await page.goto(address);
    await page.getByTestId('offered-provider').waitFor();
    await inspector.inspect(person, 'provider-offered', { title: 'Kirjaudu sisään', languages });
    await page.getByTestId('sign-in-by-offered-provider').click();
    await choose(page, 'ulla-uusi');
    await page.getByTestId('bookings-page').waitFor();
    expect(await page.getByTestId('own-name').innerText()).toBe('Ulla Uusi');
  });

  it('somebody with nothing but it proves there who they are before changing how they sign in', async () => {
    const { page } = person;
    system.shiftClock(11 * 60_000);
    await page.goto(`${system.url}/account`);
    await page.getByTestId('make-codes').click();
    await page.getByTestId('confirm-by-provider').waitFor();
    await inspector.inspect(person, 'account-proof-provider', { title: 'Oma tili' });
    await page.getByTestId('confirm-by-provider').click();
    await choose(page, 'ulla-uusi');
    await page.getByTestId('account-page').waitFor();
    await page.getByTestId('make-codes').click();
    await page.getByTestId('codes-kept').click();
    await signOut(person);
    system.shiftClock(0);
  });

  it('somebody whose account was closed is refused like a stranger', async () => {
    const { page } = admin;
    const closed = await page.evaluate(async (email) => {
      const headers = { 'X-Tapaamo': '1', 'Content-Type': 'application/json' };
      const list = await fetch(`/api/staff?search=${encodeURIComponent(email)}`);
      const { staff } = (await list.json()) as { staff: { id: string }[] };
      const path = `/api/staff/${staff[0]?.id ?? ''}/deactivate`;
      return (await fetch(path, { method: 'POST', headers, body: '{}' })).status;
    }, ULLA);
    expect(closed).toBeLessThan(300);
    await toProvider(person.page, ULLA);
    await choose(person.page, 'ulla-uusi');
    await person.page.getByTestId('provider-outcome').getByText('pääkäyttäjää').waitFor();
    await expectRefused(person);
    inspector.checkConduct(person);
    expect(person.requests.filter((address) => /code=/.test(address)).length).toBeGreaterThan(0);
    const logs = system.allLogs();
    for (const word of [ULLA, 'Ulla Uusi', 'eyJ', '?code=', '&code=', 'state=']) {
      expect(logs).not.toContain(word);
    }
  });

  it('is set by an admin, who tries the connection first', async () => {
    const { page } = admin;
    await page.goto(`${system.url}/settings/sign-in`);
    await page.getByTestId('provider-form').waitFor();
    const title = 'Kirjautuminen';
    await inspector.inspect(admin, 'settings-sign-in', { title, languages });
    await page.getByTestId('test-provider').click();
    await page.getByTestId('provider-test-works').waitFor();
    const issuer = await page.locator('#field-issuer').inputValue();
    await page.locator('#field-issuer').fill(`${issuer}-muualla`);
    await page.getByTestId('test-provider').click();
    await page.getByTestId('provider-test-no-provider').waitFor();
    await page.locator('#field-issuer').fill('https://login.microsoftonline.com/common/v2.0');
    await page.getByTestId('test-provider').click();
    await page.getByTestId('provider-test-error').waitFor();
    expect(await page.getByTestId('assigned-domains').textContent()).toBe('mallila.example');
    await page.locator('#field-displayName').fill('');
    await page.getByTestId('save-provider').click();
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'settings-sign-in-problems', { title });
    await page.locator('#field-displayName').fill('Mallilan tunnus');
    await page.getByTestId('save-provider').click();
    await page.getByText('vuokraajan tunnus.').first().waitFor();
    await page.locator('#field-issuer').fill(issuer);
    await page.locator('#field-displayName').fill('Mallilan tunnus');
    await page.getByTestId('save-provider').click();
    await page.getByTestId('settings-saved').waitFor();
    inspector.checkConduct(admin);
  });

  it('becomes the only way in, but for an admin whom an outage must not shut out', async () => {
    const { page } = admin;
    const title = 'Kirjautuminen';
    await page.goto(`${system.url}/settings/sign-in`);
    const form = page.getByTestId('rule-form');
    await form.locator('#field-exclusive').press('Space');
    await page.getByTestId('save-rule').click();
    await form.getByText('Kirjaudu ensin itse kerran').last().waitFor();
    await signOut(admin);
    await toProvider(page, ADMIN);
    await choose(page, 'petri-lindholm');
    await page.getByTestId('forgetting-page').waitFor();
    await page.goto(`${system.url}/settings/sign-in`);
    await form.locator('#field-exclusive').press('Space');
    await page.getByTestId('save-rule').click();
    await form.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'settings-only-provider-problems', { title });
    await form.getByRole('checkbox', { name: 'Petri Lindholm' }).press('Space');
    await page.getByTestId('save-rule').click();
    await form.getByTestId('settings-saved').waitFor();
    await inspector.inspect(admin, 'settings-only-provider', { title, languages });
  });

  it('is where a right password leads, and an invitation', async () => {
    const { page } = person;
    const title = 'Kirjaudu organisaation tunnuksilla';
    await page.goto(system.url);
    await page.locator('#field-email').fill(PROFESSIONAL);
    await page.locator('#field-password').fill(system.passwords()[PROFESSIONAL] ?? '');
    await page.getByTestId('sign-in').click();
    await page.getByTestId('provider-only').waitFor();
    await inspector.inspect(person, 'provider-only', { title, languages });
    await page.getByTestId('sign-in-by-offered-provider').click();
    await choose(page, 'sanna-salonen');
    await page.getByTestId('bookings-page').waitFor();
    await signOut(person);
    const email = 'kutsuttu@mallila.example';
    await page.goto(await inviteStaff(system, { email, displayName: 'Kirsi Kutsuttu' }));
    await page.getByTestId('invited-to-provider').waitFor();
    const invited = { title: 'Ota tunnus käyttöön', languages };
    await inspector.inspect(person, 'invited-to-provider', invited);
    await signIn(page, system, ADMIN);
    await signOut(person);
  });
});
