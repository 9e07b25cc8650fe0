import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openProfile, type WatchedPage } from '../support/browser.js';
import { PROFESSIONAL, book, passDoor, signIn } from '../support/journey.js';
import { OTHER_LANGUAGES, PageInspector, SILENT_TITLE } from '../support/page-inspection.js';
import { RunningSystem } from '../support/running-system.js';

const CLIENT = 'Aino Olivia Virtanen';
const FOLDER = process.env.SCREENSHOT_DIR ?? join('dist', 'screenshots');

/** What is drawn of a picture, as a telephone's camera sees it. */
interface Drawn {
  data: number[];
  width: number;
  height: number;
}

describe('an invitation on paper', () => {
  let system: RunningSystem;
  let browser: Browser;
  let inspector: PageInspector;
  let professional: WatchedPage;
  let client: WatchedPage;
  let visitId: string;
  let code: string;
  let link: string;

  beforeAll(async () => {
    system = await RunningSystem.start();
    browser = await launchBrowser();
    inspector = new PageInspector();
    mkdirSync(FOLDER, { recursive: true });
    professional = await openProfile(browser, { viewport: { width: 1280, height: 900 } });
    client = await openProfile(browser, { viewport: { width: 390, height: 844 } });
  });

  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  const sheet = () => professional.page.getByTestId('printed-sheet');

  it('is booked without phone and e-mail, once that is chosen', async () => {
    const { page } = professional;
    await signIn(page, system, PROFESSIONAL);
    const wish = { service: 'Palveluohjaus', inMinutes: 10, name: CLIENT, onPaper: true } as const;
    visitId = await book(page, system, wish);
    const text = await page.getByTestId('booking-created').innerText();
    expect(text).toContain('Asiakkaalle ei lähde viestejä');
    await page.getByTestId('to-sheet').click();
    await page.getByTestId('show-sheet').waitFor();
    expect(await sheet().count()).toBe(0);
    await inspector.inspect(professional, 'sheet-before', { title: 'Kutsu paperilla' });
  });

  it('shows the way in twice, as a picture and as a code, and names nobody', async () => {
    const { page } = professional;
    await page.getByTestId('show-sheet').click();
    await sheet().waitFor();
    code = await page.getByTestId('printed-code').innerText();
    expect(code).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}$/);
    link = jsqrOf(await drawn(page));
    expect(link).toMatch(new RegExp(`^${system.url}/v#[\\w-]{43}$`));
    const text = await sheet().innerText();
    expect(text).toContain('Mallilan hyvinvointialue');
    expect(text).toContain(`${new URL(system.url).host}/k`);
    expect(text).not.toMatch(/Aino|Virtanen|Palveluohjaus/);
    expect(page.url()).not.toContain(code);
    await inspector.inspect(professional, 'sheet', {
      title: 'Kutsu paperilla',
      languages: OTHER_LANGUAGES,
    });
  });

  it('is in the language of who gets it, and fits one sheet of paper', async () => {
    const { page } = professional;
    for (const [language, name] of [
      ['ruotsi', 'Inbjudan till distansmöte'],
      ['englanti', 'Invitation to a remote appointment'],
      ['suomi', 'Kutsu etätapaamiseen'],
    ] as const) {
      await page.locator('[data-testid="sheet-language"], #sheet-language_button').first().click();
      await page.getByRole('option', { name: language }).click();
      await sheet().getByText(name).waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: join(FOLDER, `sheet-print-${language}.png`), fullPage: true });
      await page.emulateMedia({ media: null });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      writeFileSync(join(FOLDER, `sheet-${language}.pdf`), pdf);
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    }
  });

  it('brings the client in who types the code on a telephone', async () => {
    const { page } = client;
    await page.goto(system.url);
    await page.getByRole('link', { name: 'Kirjoita tapaamiskoodi' }).click();
    await page.getByTestId('code-page').waitFor();
    await inspector.inspect(client, 'visit-code', {
      title: SILENT_TITLE,
      languages: OTHER_LANGUAGES,
    });
    const field = page.locator('#visit-code');
    await field.fill('7KQ2-M9XD-4RTA');
    await field.press('Enter');
    await page.getByText('Koodi ei kelpaa').first().waitFor();
    expect(await field.inputValue()).toBe('7KQ2-M9XD-4RTA');
    expect(await page.locator('#visit-code:focus').count()).toBe(1);
    await inspector.inspect(client, 'visit-code-wrong', { title: SILENT_TITLE });
    await field.fill(`${new URL(system.url).host}/K ${code.toLowerCase().replaceAll('-', ' ')}`);
    await field.press('Enter');
    await page.getByTestId('door-page').waitFor();
    expect(page.url()).not.toContain(code);
    await page.getByTestId('door-continue').click();
    await page.getByTestId('device-test').waitFor();
    expect(new URL(page.url()).pathname).toBe('/v');
  });

  it('brings in by its picture who has a camera, to the same door', async () => {
    const other = await openProfile(browser, { viewport: { width: 390, height: 844 } });
    await passDoor(other.page, link);
    await other.page.context().close();
  });

  it('is told of in the list of bookings instead of messages', async () => {
    const { page } = professional;
    await page.goto(`${system.url}/bookings?view=list`);
    await page.getByText('Kutsu paperilla').first().waitFor();
  });

  it('offers no messages that would go nowhere, and a new sheet when the old one is lost', async () => {
    const { page } = professional;
    await page.goto(`${system.url}/visits/${visitId}`);
    await page.getByTestId('open-sheet').waitFor();
    expect(await page.getByTestId('resend-link').count()).toBe(0);
    await inspector.inspect(professional, 'visit-on-paper', { title: 'Tapaaminen' });
    const opened = await page.context().newPage();
    await opened.goto(`${system.url}/visits/${visitId}/sheet`);
    await opened.getByTestId('show-sheet').click();
    await opened.getByTestId('printed-sheet').waitFor();
    await page.getByTestId('renew-link').click();
    await page.getByTestId('confirm-renew').click();
    await page.getByText('Tulosta uusi kutsu').waitFor();
    // A sheet that leads nowhere any more cannot be printed by mistake.
    await opened.getByTestId('show-sheet').waitFor();
    expect(await opened.getByTestId('printed-sheet').count()).toBe(0);
    await opened.close();
    await page.getByTestId('open-sheet').click();
    await page.getByTestId('show-sheet').click();
    await sheet().waitFor();
    expect(await page.getByTestId('printed-code').innerText()).not.toBe(code);
    const late = await openProfile(browser, { viewport: { width: 390, height: 844 } });
    await late.page.goto(`${system.url}/K`);
    await late.page.locator('#visit-code').fill(code);
    await late.page.getByTestId('code-continue').click();
    await late.page.getByText('Koodi ei kelpaa').first().waitFor();
    await late.page.context().close();
  });

  it('leaves nothing amiss in any page', () => {
    [professional, client].forEach((page) => inspector.checkConduct(page));
    expect(inspector.findings).toEqual([]);
  });
});

/** The picture as it is drawn on the page, in pixels. */
async function drawn(page: Page): Promise<Drawn> {
  const picture = page.getByTestId('printed-sheet').locator('svg');
  const png = (await picture.screenshot({ animations: 'disabled' })).toString('base64');
  return page.evaluate(async (base64) => {
    const { Image, document } = globalThis as unknown as PageCanvas;
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    const { width, height } = Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return { data: [...context.getImageData(0, 0, width, height).data], width, height };
  }, png);
}

/** What a telephone reads in it. */
function jsqrOf({ data, width, height }: Drawn): string {
  return jsQR.default(Uint8ClampedArray.from(data), width, height)?.data ?? '';
}

/** The part of a page's global object that draws. */
interface PageCanvas {
  Image: new () => { src: string; width: number; height: number; decode: () => Promise<void> };
  document: {
    createElement: (name: 'canvas') => {
      getContext: (kind: '2d') => {
        drawImage: (image: unknown, x: number, y: number) => void;
        getImageData: (...place: [number, number, number, number]) => { data: Iterable<number> };
      };
    };
  };
}
