import { SystemClock } from '@tapaamo/common';
import { Secret, TOTP } from 'otpauth';
import { openProfile, type WatchedPage } from '../support/browser.js';
import { inviteStaff } from '../support/invite-staff.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';

const EMAIL = 'onni.omavalta@mallila.example';
const PASSWORD = 'neljä-vihreää-hevosta';
const STEP_MS = 30_000;
const clock = new SystemClock();

describe('an invited member of staff', () => {
  let stage: Stage;
  let person: WatchedPage;
  let inspector: PageInspector;
  let link: string;
  let totp: TOTP;
  let recoveryCode: string;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    person = await openProfile(stage.browser, { viewport: { width: 390, height: 844 } });
    link = await inviteStaff(stage.system, { email: EMAIL, displayName: 'Onni Omavalta' });
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await stage.close();
  });

  const code = (aside = 0) => totp.generate({ timestamp: clock.nowMs() + aside });
  const giveCode = async (value: string) => {
    await person.page.locator('#field-code').fill(value);
    await person.page.getByTestId('use-code').click();
  };

  it('sets up an account with a password and an authenticator app', async () => {
    const { page } = person;
    await page.goto(link);
    await page.getByTestId('rather-password').click();
    await page.getByTestId('generator-key').waitFor();
    totp = new TOTP({
      secret: Secret.fromBase32(await page.getByTestId('generator-key').innerText()),
    });
    const title = 'Ota tunnus käyttöön';
    await inspector.inspect(person, 'invitation', { title, languages: OTHER_LANGUAGES });
    await page.locator('#field-password').fill('salasana1234');
    await page.locator('#field-code').fill(code());
    await page.getByTestId('accept-invitation').click();
    await page.getByTestId('invitation-error').waitFor();
    await inspector.inspect(person, 'invitation-weak-password', { title });
    await page.locator('#field-password').fill(PASSWORD);
    await page.locator('#field-code').fill(code());
    await page.getByTestId('accept-invitation').click();
    await page.getByTestId('recovery-codes-page').waitFor();
    await inspector.inspect(person, 'recovery-codes', { title: 'Säilytä palautuskoodit' });
    recoveryCode = await page.locator('li code').first().innerText();
    await page.getByTestId('codes-kept').click();
    await page.getByTestId('bookings-page').waitFor();
    expect(await page.getByTestId('own-name').innerText()).toBe('Onni Omavalta');
  });

  it('signs in with a recovery code, and with a code of the app', async () => {
    const { page } = person;
    for (const [next, landing] of [
      [() => recoveryCode, 'recovered'],
      [() => code(STEP_MS), 'bookings-page'],
    ] as const) {
      await page.getByTestId('sign-out').click();
      await page.getByTestId('sign-in-page').waitFor();
      await page.locator('#field-email').fill(EMAIL);
      await page.locator('#field-password').fill(PASSWORD);
      await page.getByTestId('sign-in').click();
      await page.getByTestId('second-factor-page').waitFor();
      const title = 'Vahvista kirjautuminen';
      await inspector.inspect(person, 'second-factor', { title, languages: OTHER_LANGUAGES });
      await giveCode('000000');
      await page.getByTestId('second-factor-error').waitFor();
      await giveCode(next());
      await page.getByTestId(landing).waitFor();
    }
  });

  it('finds the invitation used, and a broken link refused', async () => {
    const { page } = person;
    for (const address of [link, `${stage.system.url}/invitation#cut`]) {
      await page.goto('about:blank');
      await page.goto(address);
      await page.getByTestId('invitation-refused').waitFor();
      const title = 'Kutsua ei voi käyttää';
      await inspector.inspect(person, 'invitation-refused', { title, languages: OTHER_LANGUAGES });
    }
    inspector.checkConduct(person);
    expect(person.requests.join()).not.toContain(link.split('#')[1]);
  });
});
