import type { Page } from 'playwright-core';
import { openProfile, type WatchedPage } from '../support/browser.js';
import { ADMIN, signIn } from '../support/journey.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { RecordReceiver } from '../support/record-receiver.js';
import { Stage } from '../support/stage.js';

describe('the settings of the record system, in a browser', () => {
  let stage: Stage;
  let inspector: PageInspector;
  let receiver: RecordReceiver;
  let admin: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    receiver = await RecordReceiver.start();
    admin = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    ({ page } = admin);
    await signIn(page, stage.system, ADMIN);
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await receiver.close();
    await stage.close();
  });

  it('are made, tried and seen', async () => {
    await page.goto(new URL('/settings/record-system', stage.system.url).href);
    await page.getByTestId('make-secret').click();
    const secret = await page.getByTestId('shown-secret').inputValue();
    expect(secret).toMatch(/^whsec_/);
    await page.locator('#field-webhookAddress').fill('https://records.example/hook');
    await page.locator('#field-fhirAddress').fill('');
    await page.getByTestId('save-record-system').click();
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'record-system-problems', { title: 'Asiakastietojärjestelmä' });
    await page.locator('#field-webhookAddress').fill(receiver.address('/hook'));
    await page.getByTestId('save-record-system').click();
    await page.getByTestId('settings-saved').waitFor();
    await page.getByTestId('test-webhook').click();
    await page.getByTestId('webhook-tested').waitFor();
    expect(receiver.take()).toHaveLength(1);
    await page.getByTestId('attempts').waitFor();
    await inspector.inspect(admin, 'record-system', {
      title: 'Asiakastietojärjestelmä',
      languages: OTHER_LANGUAGES,
    });
    await page.reload();
    await page.getByTestId('record-system-form').waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it('have keys, which are shown once, seen and ended', async () => {
    await page.goto(new URL('/settings/record-keys', stage.system.url).href);
    await page.getByTestId('record-key-form').waitFor();
    await page.getByTestId('make-key').click();
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'record-key-problems', { title: 'Rajapinnan avaimet' });
    await page.locator('#field-name').fill('Asiakastietojärjestelmä Alku');
    await page.getByTestId('scope-calendar:read').press('Space');
    await page.getByTestId('scope-bookings:write').press('Space');
    await page.getByTestId('make-key').press('Enter');
    // It has the focus: who cannot see the page hears of it.
    await page.locator('[data-testid="shown-key"]:focus').waitFor();
    const key = await page.getByTestId('shown-key').inputValue();
    expect(key).toMatch(/^tapaamo_[\w-]{43}$/);
    await page.getByTestId('end-key').waitFor();
    await inspector.inspect(admin, 'record-keys', {
      title: 'Rajapinnan avaimet',
      languages: OTHER_LANGUAGES,
    });
    await page.reload();
    await page.getByTestId('end-key').press('Enter');
    expect(await page.content()).not.toContain(key);
    // The answer that changes nothing has the focus.
    await page.getByTestId('cancel').press('Enter');
    await page.getByTestId('end-key').press('Enter');
    await page.getByTestId('confirm-end-key').click();
    await page.getByText('Avain Asiakastietojärjestelmä Alku on poistettu käytöstä.').waitFor();
    await page.getByTestId('end-key').waitFor({ state: 'detached' });
    await inspector.inspect(admin, 'record-key-ended', { title: 'Rajapinnan avaimet' });
  });
});
