import { readFileSync } from 'node:fs';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import type { StaffList } from '@tapaamo/contracts';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { openProfile, type WatchedPage } from '../support/browser.js';
import { ADMIN, signIn } from '../support/journey.js';
import { OTHER_LANGUAGES, PageInspector, SILENT_TITLE } from '../support/page-inspection.js';
import { png } from '../support/pictures.js';
import { Stage } from '../support/stage.js';
import { askAs } from '../support/visits.js';

const languages = OTHER_LANGUAGES;

describe('the settings of the organisation, in a browser', () => {
  let stage: Stage;
  let inspector: PageInspector;
  let admin: WatchedPage;
  let page: Page;

  const openAdmin = async (): Promise<WatchedPage> => {
    const profile = await openProfile(stage.browser, { viewport: { width: 1280, height: 800 } });
    await signIn(profile.page, stage.system, ADMIN);
    return profile;
  };
  const show = async (where: Page, path: string, testId: string): Promise<void> => {
    await where.goto(new URL(path, stage.system.url).href);
    await where.getByTestId(testId).waitFor();
  };
  const accentOf = (where: Page): Promise<string> =>
    where.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: { documentElement: { style: { getPropertyValue(name: string): string } } };
      };
      return document.documentElement.style.getPropertyValue('--accent');
    });

  beforeAll(async () => {
    stage = await Stage.open();
    inspector = new PageInspector();
    admin = await openAdmin();
    ({ page } = admin);
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  afterAll(() => stage.close());

  it('are seen with every problem named, and saved once they are mended', async () => {
    await show(page, '/settings', 'organisation-form');
    await inspector.inspect(admin, 'settings', { title: 'Organisaatio', languages });
    await page.locator('#field-nameFi').fill('');
    await page.locator('#field-contactEmail').fill('riitta@');
    await page.locator('#field-accentColour').fill('#ffd500');
    await page.getByTestId('save-organisation').click();
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'settings-problems', { title: 'Organisaatio' });
    await page.locator('#field-nameFi').fill('Mallilan hyvinvointialue');
    await page.locator('#field-contactEmail').fill('riitta@mallila.example');
    await page.getByTestId('use-nearest-colour').click();
    const readable = await page.locator('#field-accentColour').inputValue();
    await page.getByTestId('save-organisation').click();
    await page.getByTestId('settings-saved').waitFor();
    await inspector.inspect(admin, 'settings-saved', { title: 'Organisaatio' });
    await page.waitForFunction(
      (colour) =>
        (
          globalThis as unknown as {
            document: { documentElement: { style: { getPropertyValue(name: string): string } } };
          }
        ).document.documentElement.style.getPropertyValue('--accent') === colour,
      readable,
    );
  });

  it('take a logo that is a picture, and say so of what is none', async () => {
    await show(page, '/settings', 'organisation-form');
    const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
    const input = page.getByTestId('logo-file');
    await input.setInputFiles(file('logo.png', 'image/png', Buffer.from('<svg/>')));
    await page.getByTestId('logo-problem').waitFor();
    await inspector.inspect(admin, 'settings-logo-problem', { title: 'Organisaatio' });
    await input.setInputFiles(file('logo.png', 'image/png', png()));
    await page.getByTestId('logo').waitFor();
    await page.getByTestId('remove-logo').click();
    await page.getByTestId('logo').waitFor({ state: 'detached' });
  });

  it('lose nothing when two admins save at once', async () => {
    const second = await openAdmin();
    await show(page, '/settings', 'organisation-form');
    await show(second.page, '/settings', 'organisation-form');
    await page.locator('#field-contactName').fill('Ensimmäinen muutos');
    await page.getByTestId('save-organisation').click();
    await page.getByTestId('settings-saved').waitFor();
    await second.page.locator('#field-officerName').fill('Toinen muutos');
    await second.page.getByTestId('save-organisation').click();
    await second.page.getByTestId('settings-conflict').waitFor();
    await inspector.inspect(second, 'settings-conflict', { title: 'Organisaatio' });
    expect(await second.page.locator('#field-contactName').inputValue()).toBe('Ensimmäinen muutos');
    expect(await second.page.locator('#field-officerName').inputValue()).toBe('Toinen muutos');
    await second.page.getByTestId('save-organisation').click();
    await second.page.getByTestId('settings-saved').waitFor();
    inspector.checkConduct(second);
    await second.context.close();
  });

  it('open a service from a preset, which can be booked once it is signed', async () => {
    await show(page, '/settings/services', 'services-page');
    await page.getByText('Voi varata').first().waitFor();
    await inspector.inspect(admin, 'services', { title: 'Palvelut', languages });
    await page.getByTestId('new-service').click();
    await page.getByTestId('preset-child-protection').waitFor();
    await inspector.inspect(admin, 'service-presets', { title: 'Uusi palvelu', languages });
    await page.getByTestId('preset-child-protection').click();
    await page.getByTestId('service-form').waitFor();
    await inspector.inspect(admin, 'service-new', { title: 'Tarkista palvelun tiedot', languages });
    await page.getByTestId('save-service').click();
    await page.getByTestId('statement-form').waitFor();
    await page.getByTestId('retention').getByText('1 kuukausi').waitFor();
    await inspector.inspect(admin, 'service-unsigned', { title: 'Lastensuojelu', languages });
    await page.getByTestId('sign-statement').click();
    await page.locator('#field-recordSystem').fill('Oma asiakastietojärjestelmä');
    await page.getByTestId('sign-statement').click();
    await page.getByText('Vahvistanut Petri Lindholm').waitFor();
    await inspector.inspect(admin, 'service-signed', { title: 'Lastensuojelu' });
  });

  it('show clients of a discreet service nothing before it is sure who reads', async () => {
    const visit = await stage.visits.invite({ service: 'Päihdepalvelut' });
    const client = await stage.newClient();
    await show(client.page, visit.link, 'door-page');
    const text = await client.page.locator('body').innerText();
    expect(text).not.toMatch(/Mallila|Salonen|Päihde/);
    expect(await accentOf(client.page)).toBe('');
    await client.page.getByText('Lue lisää tiedoistasi').click();
    await inspector.inspect(client, 'door-discreet', {
      title: SILENT_TITLE,
      languages,
    });
    await client.page.getByTestId('door-continue').click();
    await client.page.getByTestId('device-test-skip').click();
    await client.page.getByTestId('identify-page').waitFor();
    await inspector.inspect(client, 'identify-discreet', { title: SILENT_TITLE, languages });
    inspector.checkConduct(client);
    await client.context.close();
  });

  it('show other clients who answers for their data, in the organisation’s colour', async () => {
    const visit = await stage.visits.invite();
    const client = await stage.newClient();
    await show(client.page, visit.link, 'door-page');
    await client.page.getByText('Lue lisää tiedoistasi').click();
    const notice = await client.page.getByTestId('privacy-notice').innerText();
    for (const told of [
      'Ensimmäinen muutos',
      'Toinen muutos',
      'Palveluohjauksen',
      'laki velvoittaa',
    ]) {
      expect(notice).toContain(told);
    }
    expect(await accentOf(client.page)).toMatch(/^#[\da-f]{6}$/);
    await inspector.inspect(client, 'door-notice', {
      title: 'Tervetuloa etätapaamiseen',
      languages,
    });
    inspector.checkConduct(client);
    await client.context.close();
  });

  it('change what messages say, with an example and the length of a text message', async () => {
    await show(page, '/settings/messages', 'message-text-form');
    await inspector.inspect(admin, 'settings-messages', { title: 'Viestit', languages });
    const body = page.locator('#field-body');
    const preview = page.getByTestId('message-preview');
    await body.fill('Šakkikerho {time}, katso paha.fi');
    await page.getByTestId('message-length').getByText('Š', { exact: false }).waitFor();
    await page.getByTestId('save-message-text').click();
    await page.getByTestId('problem-summary').waitFor();
    await inspector.inspect(admin, 'settings-messages-problems', { title: 'Viestit' });
    await body.fill('Nähdään {time}, {inviter}!\n{link}');
    await preview.getByText('Nähdään').waitFor();
    expect(await preview.innerText()).toMatch(
      /klo \d{1,2}\.\d\d, Mallilan hyvinvointialue!\nhttp.*#/,
    );
    const all = await page.getByTestId('message-preview-all').innerText();
    expect(all).toContain('Nähdään');
    expect(all).toContain('Distansmöte');
    expect(all.match(/http/g)).toHaveLength(1);
    await page.getByTestId('message-length-all').getByText('tekstiviestejä 2').waitFor();
    await page.getByTestId('save-message-text').click();
    await page.getByTestId('settings-saved').waitFor();
    await body.fill('Tervetuloa ');
    await page.getByTestId('save-message-text').click();
    const problems = page.getByTestId('problem-summary');
    await problems.waitFor();
    expect(await problems.innerText()).toMatch(/\{link\}.*\{time\}/);
    expect(await page.getByTestId('settings-saved').count()).toBe(0);
    await page.getByTestId('insert-time').click();
    await page.keyboard.type(', {inviter}!');
    await page.getByTestId('insert-link').press('Enter');
    expect(await body.inputValue()).toBe('Tervetuloa {time}, {inviter}! {link}');
    await body.fill('x'.repeat(700));
    await problems.getByText('Tekstissä on 700 merkkiä. Siinä saa olla enintään 400.').waitFor();
    await body.fill('Nähdään {time}, {inviter}!\n{link}');
    await page.getByTestId('choose-channel').click();
    await page.getByRole('option', { name: 'Sähköposti' }).click();
    await page.locator('#field-subject').waitFor();
    await inspector.inspect(admin, 'settings-messages-email', { title: 'Viestit' });
    await show(page, '/settings/messages', 'message-text-form');
    expect(await body.inputValue()).toBe('Nähdään {time}, {inviter}!\n{link}');
    await page.getByTestId('our-message-text').click();
    await page.getByTestId('save-message-text').click();
    await page.getByTestId('settings-saved').waitFor();
  });

  it('are no page of a professional', async () => {
    const { page: professional } = stage.professional;
    await professional.goto(`${stage.system.url}/settings`);
    await professional.getByTestId('bookings-page').waitFor();
  });

  it('shorten how long clients are known once a second admin has confirmed it', async () => {
    const { visitId } = await stage.visits.invite({ service: 'Yleinen neuvonta' });
    const { body } = await askAs<StaffList>(page, 'GET', '/api/staff?search=Salonen');
    const { id: memberId, version } = body.staff[0]!;
    const roles = ['professional', 'admin'];
    const wish = { displayName: 'Sanna Salonen', roles, version };
    expect((await askAs(page, 'POST', `/api/staff/${memberId}`, wish)).status).toBe(204);

    await show(page, '/settings/retention', 'retention-page');
    const cardOf = (where: Page) =>
      where.getByTestId(/^retention-[0-9a-f]{8}-/).filter({ hasText: 'Yleinen neuvonta' });
    const card = cardOf(page);
    await inspector.inspect(admin, 'retention', { title: 'Säilytysajat', languages });
    await card.getByText('3 kuukautta tapaamisen').click();
    await card.getByTestId('retention-preview').getByText('koskee vain varauksia').waitFor();
    await card.getByText('14 päivää tapaamisen').click();
    await card.getByTestId('retention-preview').getByText('poistuvat aiemmin').waitFor();
    await inspector.inspect(admin, 'retention-preview', { title: 'Säilytysajat' });
    await card.getByTestId('change-retention').click();
    await card.getByTestId('retention-waiting').getByText('Toisen pääkäyttäjän').waitFor();
    // The focus stays with the service that was decided about, and the page where it was.
    expect(await card.locator(':focus').getAttribute('data-testid')).toBe('withdraw-retention');
    expect(await card.getByTestId('confirm-retention').count()).toBe(0);
    await inspector.inspect(admin, 'retention-waiting', { title: 'Säilytysajat', languages });

    const second = stage.professional;
    await show(second.page, '/settings/retention', 'retention-page');
    const confirm = cardOf(second.page).getByTestId('confirm-retention');
    await confirm.waitFor();
    await inspector.inspect(second, 'retention-to-confirm', { title: 'Säilytysajat' });
    await confirm.click();
    await cardOf(second.page)
      .getByTestId('retention-now')
      .getByText('14 päivää', { exact: false })
      .waitFor();
    await show(second.page, `/visits/${visitId}`, 'visit-page');
    await inspector.inspect(second, 'visit-of-a-shorter-period', { title: 'Tapaaminen' });
    inspector.checkConduct(admin);
  });

  /** Of the key that the organisation's file is locked with. */
  let identity: string;

  /** The lines of a locked file that a button fetches, once it is opened. */
  const fetchedBy = async (where: Page, button: string): Promise<Record<string, unknown>[]> => {
    const download = where.waitForEvent('download');
    await where.getByTestId(button).click();
    const opening = new Decrypter();
    opening.addIdentity(identity);
    const sealed = readFileSync(await (await download).path());
    const lines = (await opening.decrypt(sealed, 'text')).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('let another person fetch the locked file of living visits than who said for whom it is locked', async () => {
    const second = stage.professional;
    await show(page, '/settings/export', 'export-page');
    await inspector.inspect(admin, 'export', { title: 'Tietojen vienti', languages });
    await page.locator('#field-recipient').fill('AGE-SECRET-KEY-1');
    await page.getByTestId('set-export-key').click();
    await page.getByText('Tarkista').first().waitFor();
    await inspector.inspect(admin, 'export-problem', { title: 'Tietojen vienti' });
    identity = await generateIdentity();
    await page.locator('#field-recipient').fill(await identityToRecipient(identity));
    await page.getByTestId('set-export-key').click();
    await page.getByTestId('export-another').waitFor();
    await inspector.inspect(admin, 'export-key', { title: 'Tietojen vienti', languages });

    await show(second.page, '/settings/export', 'export-page');
    await inspector.inspect(second, 'export-file', { title: 'Tietojen vienti' });
    const [head, ...visits] = await fetchedBy(second.page, 'fetch-export');
    expect(head).toMatchObject({ form: 'tapaamo-export-1', visits: visits.length });
    await second.page.getByText('on haettu').waitFor();
    await inspector.inspect(second, 'export-fetched', { title: 'Tietojen vienti', languages });
  });

  /** The visit was missed, and it is time to ask. */
  const halfAYearAfter = async (visitId: string): Promise<void> => {
    const database = new pg.Client(stage.system.databaseUrl());
    await database.connect();
    await database.query(
      `WITH missed AS (UPDATE visit SET ended_at = now(), relationship_review_at = now() WHERE id = $1 RETURNING booking_id)
       UPDATE booking SET status = 'noshow' FROM missed WHERE booking.id = missed.booking_id`,
      [visitId],
    );
    await database.end();
  };

  it('keep clients known until the client relationship ends, which the professional is asked about', async () => {
    await show(page, '/settings/retention', 'retention-page');
    const card = page
      .getByTestId(/^retention-[0-9a-f]{8}-/)
      .filter({ hasText: 'Yleinen neuvonta' });
    await card.getByText('14 päivää asiakkuuden').click();
    await card.getByTestId('retention-preview').getByText('koskee vain varauksia').waitFor();
    await inspector.inspect(admin, 'retention-relationship', { title: 'Säilytysajat', languages });
    await card.getByTestId('change-retention').click();
    await card.getByTestId('retention-now').getByText('asiakkuuden').waitFor();

    const { professional } = stage;
    const name = 'Kerttu Suhonen';
    const { visitId } = await stage.visits.invite({ service: 'Yleinen neuvonta', name });
    await halfAYearAfter(visitId);
    await show(professional.page, '/bookings', 'relationships-to-review');
    await inspector.inspect(professional, 'bookings-to-review', { title: 'Varaukset', languages });
    await professional.page.getByTestId('relationships-to-review').getByRole('link').click();
    const asked = professional.page.getByTestId('client-relationship');
    await asked.getByTestId('relationship-goes-on').waitFor();
    await inspector.inspect(professional, 'visit-relationship', {
      title: 'Tapaaminen on päättynyt',
      languages,
    });
    await asked.getByTestId('relationship-goes-on').press('Enter');
    await asked.getByTestId('relationship-goes-on').waitFor({ state: 'detached' });
    await asked.getByTestId('end-relationship').press('Enter');
    await professional.page.getByTestId('confirm-dialog').waitFor();
    await inspector.inspect(professional, 'end-relationship', { title: 'Tapaaminen on päättynyt' });
    const [, ...taken] = await fetchedBy(professional.page, 'export-relationship');
    expect(taken).toMatchObject([{ visitId, people: [{ name }] }]);
    await professional.page.getByText('on haettu').waitFor();
    await inspector.inspect(professional, 'relationship-exported', {
      title: 'Tapaaminen on päättynyt',
    });
    await professional.page.getByTestId('confirm-end-relationship').click();
    await asked.getByTestId('relationship-ended').waitFor();
    await inspector.inspect(professional, 'relationship-ended', {
      title: 'Tapaaminen on päättynyt',
    });
    await show(professional.page, '/bookings', 'bookings-page');
    expect(await professional.page.getByTestId('relationships-to-review').count()).toBe(0);
  });
});
