import type { StaffList, TeamList } from '@tapaamo/contracts';
import { readFile } from 'node:fs/promises';
import { launchBrowser, openProfile, type WatchedPage } from '../support/browser.js';
import { ADMIN, PROFESSIONAL, signIn } from '../support/journey.js';
import { OTHER_LANGUAGES, PageInspector } from '../support/page-inspection.js';
import { RunningSystem } from '../support/running-system.js';
import { until } from '../support/until.js';
import { askAs } from '../support/visits.js';

describe('the audit log of a data protection officer', () => {
  let system: RunningSystem;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let officer: WatchedPage;
  const inspector = new PageInspector();

  beforeAll(async () => {
    [system, browser] = await Promise.all([RunningSystem.start(), launchBrowser()]);
    const professional = await openProfile(browser, { viewport: { width: 1280, height: 800 } });
    await signIn(professional.page, system, PROFESSIONAL);
    officer = await openProfile(browser, { viewport: { width: 1280, height: 800 } });
    await signIn(officer.page, system, ADMIN);
  });

  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  afterEach(() => {
    expect(inspector.findings.splice(0)).toEqual([]);
  });

  it('shows who did what, on every screen and in every language', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Loki', exact: true }).click();
    await page.getByTestId('audit-entries').waitFor();
    expect(await page.getByTestId('audit-entries').innerText()).toContain('Sanna Salonen');
    await inspector.inspect(officer, 'audit', { title: 'Loki', languages: OTHER_LANGUAGES });
  });

  it('names who came into a team and who got a role', async () => {
    const { page } = officer;
    const { staff } = (await askAs<StaffList>(page, 'GET', '/api/staff?search=Salonen')).body;
    const [id, displayName] = [staff[0]?.id ?? '', 'Sanna Salonen'];
    const roles = ['professional', 'team-lead'];
    await askAs(page, 'POST', `/api/staff/${id}`, { displayName, roles, version: 1 });
    await askAs(page, 'POST', '/api/teams', { name: 'Perhetyö' });
    const { teams } = (await askAs<TeamList>(page, 'GET', '/api/teams')).body;
    const members = [{ professionalId: id, leads: true }];
    await askAs(page, 'POST', `/api/teams/${teams[0]?.id ?? ''}`, {
      name: 'Perhetyö',
      members,
      version: 1,
    });
    await page.reload();
    const details = page.getByTestId('audit-detail');
    await details.first().waitFor();
    expect(await details.allInnerTexts()).toEqual([
      'Uudet jäsenet: Sanna Salonen',
      'Vetäjät ennen: ei ketään',
      'Vetäjät nyt: Sanna Salonen',
      'Roolit ennen: Ammattilainen',
      'Roolit nyt: Ammattilainen, Lähiesihenkilö',
    ]);
    await inspector.inspect(officer, 'audit-named', { title: 'Loki', languages: OTHER_LANGUAGES });
  });

  it('is narrowed with the keyboard alone, and says so when nothing fits', async () => {
    const { page } = officer;
    await page.locator('#field-event').focus();
    await page.keyboard.type('Katsoi lokia');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const entries = page.getByTestId('audit-entries');
    await until(
      async () => {
        const text = await entries.innerText().catch(() => '');
        return text.includes('Katsoi lokia') && !text.includes('Kirjautui sisään');
      },
      { what: 'the log to be narrowed' },
    );
    await page.locator('#field-visit').fill('0b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11');
    await page.keyboard.press('Enter');
    await page.getByText('Rajauksilla ei löytynyt merkintöjä.').waitFor();
    await inspector.inspect(officer, 'audit-empty', { title: 'Loki' });
    await page.locator('#field-visit').fill('not an id');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Yritä uudelleen' }).waitFor();
    await inspector.inspect(officer, 'audit-failed', { title: 'Loki' });
    await page.getByTestId('audit-clear').click();
    await page.getByTestId('audit-entries').waitFor();
  });

  it('is downloaded', async () => {
    const { page } = officer;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Lataa taulukkona (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('audit.csv');
    expect(await readFile(await download.path(), 'utf8')).toContain('sign-in.succeeded');
    inspector.checkConduct(officer);
  });
});
