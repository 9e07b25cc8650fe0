import { SystemClock } from '@tapaamo/common';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { openProfile, type WatchedPage } from '../support/browser.js';
import { inviteStaff } from '../support/invite-staff.js';
import { isFocused } from '../support/keyboard.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { Stage } from '../support/stage.js';
import { until } from '../support/until.js';

const EMAIL = 'aino.avaimenhaltija@mallila.example';
const PASSWORD = 'neljä-vihreää-hevosta';
const STEP_MS = 30_000;
const ELEVEN_MINUTES_MS = 11 * 60_000;
const clock = new SystemClock();

/** Whether the person takes up whatever a page asks or suggests. */
type Answer = (enabled: boolean) => Promise<unknown>;

/**
 * A device beside the page that holds passkeys and knows its person (Chrome DevTools Protocol, domain WebAuthn). It
 * answers at once, also to what is only suggested, until its person looks away.
 */
async function giveDevice({ page, context }: WatchedPage): Promise<Answer> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return (enabled) =>
    session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
}

describe('a member of staff with a passkey', () => {
  let stage: Stage;
  let person: WatchedPage;
  let page: Page;
  let inspector: PageInspector;
  let totp: TOTP;
  let ahead = 0;
  let answer: Answer;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    person = await openProfile(stage.browser, { viewport: { width: 390, height: 844 } });
    ({ page } = person);
    answer = await giveDevice(person);
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await stage.close();
  });

  const code = (aside = 0) => totp.generate({ timestamp: clock.nowMs() + ahead + aside });
  const openAccount = async () => {
    await page.getByTestId('to-account').click();
    await page.getByTestId('sessions').waitFor();
  };
  const mayAsk = ({ page: other }: WatchedPage) =>
    other.evaluate(async () => (await fetch('/api/me')).status);

  it('sets one up instead of a password', async () => {
    const displayName = 'Aino Avaimenhaltija';
    await page.goto(await inviteStaff(stage.system, { email: EMAIL, displayName }));
    await page.getByTestId('accept-with-passkey').waitFor();
    const title = 'Ota tunnus käyttöön';
    await inspector.inspect(person, 'invitation-passkey', { title, languages: OTHER_LANGUAGES });
    await page.getByTestId('accept-with-passkey').click();
    await page.getByTestId('recovery-codes-page').waitFor();
    await page.getByTestId('codes-kept').click();
    await page.getByTestId('bookings-page').waitFor();
    expect(await page.getByTestId('own-name').innerText()).toBe(displayName);
  });

  it('signs in with it, and types nothing', async () => {
    await answer(false);
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-in-page').waitFor();
    const title = 'Kirjaudu sisään';
    await inspector.inspect(person, 'sign-in-passkey', { title, languages: OTHER_LANGUAGES });
    await answer(true);
    await page.getByTestId('sign-in-with-passkey').click();
    await page.getByTestId('bookings-page').waitFor();
  });

  it('signs in with what the browser suggests in the address field', async () => {
    const signedIn = page.waitForResponse(/\/api\/sign-in\/passkey$/);
    await page.getByTestId('sign-out').click();
    expect((await signedIn).status()).toBe(200);
    await page.getByTestId('bookings-page').waitFor();
  });

  it('adds a password and an authenticator app, and renames the passkey', async () => {
    await openAccount();
    await page.getByTestId('open-password').click();
    expect(await isFocused(page.locator('#field-password'))).toBe(true);
    await page.locator('#field-password').fill('salasana1234');
    await page.getByTestId('save-password').click();
    await page.getByTestId('password-error').waitFor();
    await page.locator('#field-password').fill(PASSWORD);
    await page.getByTestId('save-password').click();
    await page.getByTestId('password-saved').waitFor();
    expect(await isFocused(page.getByTestId('open-password'))).toBe(true);
    await page.getByTestId('open-generator').click();
    const key = await page.getByTestId('generator-key').innerText();
    totp = new TOTP({ secret: Secret.fromBase32(key) });
    await inspector.inspect(person, 'account-generator', { title: 'Oma tili' });
    await page.locator('#field-code').fill(code());
    await page.getByTestId('save-generator').click();
    await page.getByTestId('generator-saved').waitFor();
    await page.getByTestId('rename-passkey').click();
    await page.locator('#field-name').fill('Työpuhelin');
    await page.getByTestId('save-name').click();
    await page.getByTestId('passkey').getByText('Työpuhelin').waitFor();
    await inspector.inspect(person, 'account', { title: 'Oma tili', languages: OTHER_LANGUAGES });
  });

  it('proves once more who it is when that is long ago, and goes on where it was', async () => {
    ahead = ELEVEN_MINUTES_MS;
    stage.system.shiftClock(ahead);
    const title = 'Oma tili';
    await page.getByTestId('open-password').click();
    await page.locator('#field-password').fill(`${PASSWORD}-uusi`);
    await page.getByTestId('save-password').click();
    await page.getByTestId('proof-dialog').waitFor();
    await inspector.inspect(person, 'account-proof', { title });
    await page.getByTestId('cancel').click();
    expect(await page.locator('#field-password').inputValue()).toBe(`${PASSWORD}-uusi`);
    await page.getByTestId('save-password').click();
    await page.getByTestId('confirm-by-passkey').click();
    await page.getByTestId('password-saved').waitFor();
    await page.getByTestId('make-codes').click();
    await page.getByTestId('really-make-codes').click();
    await page.getByTestId('codes-kept').waitFor();
    expect(await isFocused(page.getByTestId('codes-kept'))).toBe(true);
    await inspector.inspect(person, 'account-codes', { title });
    await page.getByTestId('codes-kept').click();
  });

  it('sees where it is signed in, and ends the other, which is out at once', async () => {
    const other = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    await other.page.goto(stage.system.url);
    await other.page.locator('#field-email').fill(EMAIL);
    await other.page.locator('#field-password').fill(`${PASSWORD}-uusi`);
    await other.page.getByTestId('sign-in').click();
    await other.page.locator('#field-code').fill(code(STEP_MS));
    await other.page.getByTestId('use-code').click();
    await other.page.getByTestId('bookings-page').waitFor();
    await page.reload();
    await page.getByTestId('session').nth(1).waitFor();
    await inspector.inspect(person, 'account-sessions', { title: 'Oma tili' });
    await page.getByTestId('end-session').click();
    await until(async () => (await mayAsk(other)) === 401, {
      what: 'the other browser to be out',
      withinMs: 1_000,
    });
    await other.page.getByTestId('sign-in-page').waitFor();
    expect(await mayAsk(person)).toBe(200);
  });

  it('keeps its last way in: removes the passkey, and not before there is another', async () => {
    await page.getByTestId('remove-passkey').click();
    await page.getByTestId('really-remove-passkey').click();
    await page.getByText('Sinulla ei ole vielä pääsyavainta.').waitFor();
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-in-with-passkey').click();
    await page.getByTestId('passkey-error').waitFor();
    await page.getByTestId('sign-in-with-recovery-code').click();
    await page.getByTestId('recovery-page').waitFor();
    await page.locator('#field-email').fill(EMAIL);
    await page.locator('#field-code').fill('aaaa-bbbb-cccc-dddd');
    await page.getByTestId('recover').click();
    await page.getByTestId('recovery-error').waitFor();
    const title = 'Kirjaudu palautuskoodilla';
    await inspector.inspect(person, 'recovery', { title, languages: OTHER_LANGUAGES });
    inspector.checkConduct(person);
  });
});
