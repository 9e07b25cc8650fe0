import type { StaffList } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import { openProfile } from '../support/browser.js';
import { ADMIN, PROFESSIONAL, signIn } from '../support/journey.js';
import { Stage } from '../support/stage.js';
import { askAs } from '../support/visits.js';

/** Wide enough for a busy machine: that the stream ends within a second is measured where nothing else runs. */
const AT_ONCE = { timeout: 5_000 };

/** Pages of who meets no clients; none of them reads anything by itself. */
const PAGES = [
  ['/staff', 'staff-table'],
  ['/settings', 'organisation-form'],
  ['/audit', 'audit-entries'],
  ['/account', 'sessions'],
] as const;

describe('an admin who looks at a page, and presses nothing', () => {
  let stage: Stage;
  let chief: Page;
  let memberId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    ({ page: chief } = await openProfile(stage.browser, {
      viewport: { width: 1280, height: 800 },
    }));
    await signIn(chief, stage.system, ADMIN);
    const { body } = await askAs<StaffList>(chief, 'GET', '/api/staff?search=Salonen');
    memberId = body.staff[0]?.id ?? '';
  });

  afterAll(() => stage.close());

  const open = async (path: string, testId: string): Promise<Page> => {
    const page = await stage.professional.context.newPage();
    const stream = page.waitForResponse((response) => response.url().endsWith('/api/me/changes'));
    await page.goto(`${stage.system.url}${path}`);
    await page.getByTestId(testId).waitFor();
    expect((await stream).status()).toBe(200);
    return page;
  };

  it('is led to their own page as their roles change', async () => {
    const { page } = stage.professional;
    await page.goto(`${stage.system.url}/bookings`);
    await page.getByTestId('bookings-page').waitFor();
    const roles = ['admin', 'data-protection-officer'];
    const wish = { displayName: 'Sanna Salonen', roles, version: 1 };
    expect((await askAs(chief, 'POST', `/api/staff/${memberId}`, wish)).status).toBe(204);
    await page.getByTestId('forgetting-page').waitFor(AT_ONCE);
  });

  it('sees nothing of it any more once another admin has closed their account', async () => {
    const pages = await Promise.all(PAGES.map(([path, testId]) => open(path, testId)));
    await chief.goto(`${stage.system.url}/staff/${memberId}`);
    await chief.getByTestId('deactivate').click();
    await chief.getByTestId('confirm-deactivate').click();
    for (const [index, page] of pages.entries()) {
      const [path, testId] = PAGES[index]!;
      await page.getByTestId('sign-in-page').waitFor(AT_ONCE);
      expect(page.url()).toBe(`${stage.system.url}/?next=${encodeURIComponent(path)}`);
      expect(await page.getByTestId(testId).count()).toBe(0);
      await page.close();
    }
  });

  it('is out as their session is ended from another device, and back with a sign-in', async () => {
    await chief.getByTestId('reactivate').click();
    await chief.getByTestId('deactivate').waitFor();
    const { page } = stage.professional;
    await page.goto(stage.system.url);
    await page.locator('#field-email').fill(PROFESSIONAL);
    await page.locator('#field-password').fill(stage.system.passwords()[PROFESSIONAL] ?? '');
    await page.getByTestId('sign-in').click();
    await page.getByTestId('forgetting-page').waitFor();
    const teams = await open('/teams', 'teams-page');
    const phone = await openProfile(stage.browser);
    await phone.page.goto(stage.system.url);
    await askAs(phone.page, 'POST', '/api/sign-in', {
      email: PROFESSIONAL,
      password: stage.system.passwords()[PROFESSIONAL],
    });
    await askAs(phone.page, 'POST', '/api/account/sessions/end-others');
    await teams.getByTestId('sign-in-page').waitFor(AT_ONCE);
    await teams.locator('#field-email').fill(PROFESSIONAL);
    await teams.locator('#field-password').fill(stage.system.passwords()[PROFESSIONAL] ?? '');
    await teams.getByTestId('sign-in').click();
    await teams.getByTestId('teams-page').waitFor();
    await phone.context.close();
  });
});
