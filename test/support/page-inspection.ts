import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { LANGUAGES, type Language } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import type { WatchedPage } from './browser.js';
import { until } from './until.js';

/** Rules of WCAG 2.2 at levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The checker as a page runs it: that of the library which calls it, in its short form. */
const library = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const CHECKER = readFileSync(library.resolve('axe-core/axe.min.js'), 'utf8');

/** A telephone, and a computer on a desk. */
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** 400 % zoom of a small screen (WCAG 1.4.10). */
const NARROWEST = { width: 320, height: 640 };

/** What a page shows when a text or a value is missing. */
const LEFT_OVERS = /\{\{|\}\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/;

/** A refusal is an answer that pages expect; the browser writes it to the console all the same. */
const EXPECTED_ERROR = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** Addresses of the product, and of the development identity provider, as tests run them. */
const OURS = /^(https?|ws):\/\/localhost(:\d+)?\/|^(data|blob|about):/;

/** Title of a client's page that tells nobody what it is: of a discreet service, or while that is not known. */
export const SILENT_TITLE = 'Sivu';

/** How a page is looked at. */
export interface InspectionWish {
  /** Title of the tab, without the product's name at its end; `SILENT_TITLE` has none. */
  title: string;
  /** Languages in which the page is seen on a telephone, besides Finnish. */
  languages?: readonly Language[];
}

/** Looks at pages in every size and language, and keeps a picture of each. */
export class PageInspector {
  /** What was found amiss; empty when all is well. */
  readonly findings: string[] = [];
  readonly #folder = process.env.SCREENSHOT_DIR ?? join('dist', 'screenshots');

  constructor() {
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Looks at a page as it stands; its size and language are as before afterwards. */
  async inspect({ page }: WatchedPage, name: string, wish: InspectionWish): Promise<void> {
    const before = page.viewportSize() ?? NARROWEST;
    for (const size of SIZES) {
      await this.#resize(page, size);
      await this.#look(page, `${name}-${String(size.width)}-fi`, 'fi');
      await this.#checkRules(page, `${name}-${String(size.width)}`);
    }
    const title = wish.title === SILENT_TITLE ? SILENT_TITLE : `${wish.title} – Tapaamo`;
    this.expect(name, 'title', await page.title(), title);
    await this.#resize(page, NARROWEST);
    await this.#checkWidth(page, `${name}-320`);
    for (const language of wish.languages ?? []) {
      await this.#resize(page, before);
      await switchLanguage(page, language);
      await this.#look(page, `${name}-${String(before.width)}-${language}`, language);
    }
    if (wish.languages !== undefined) {
      await switchLanguage(page, 'fi');
    }
    await this.#resize(page, before);
  }

  /** Looks whether a page keeps the rules at a width; its size is as before afterwards. */
  async checkRulesAt(page: Page, name: string, width: number): Promise<void> {
    const before = page.viewportSize() ?? NARROWEST;
    await this.#resize(page, { ...before, width });
    await this.#checkWidth(page, name);
    await this.#checkRules(page, name);
    await this.#resize(page, before);
  }

  /** Notes what a page wrote to its console although all went well, and what it asked of others than us. */
  checkConduct({ errors, requests }: WatchedPage): void {
    const foreign = requests.filter((address) => !OURS.test(address));
    this.findings.push(...foreign.map((address) => `third party: ${address}`));
    const unexpected = errors.filter((text) => !EXPECTED_ERROR.test(text));
    this.findings.push(...unexpected.map((text) => `console: ${text}`));
  }

  async #look(page: Page, name: string, language: Language): Promise<void> {
    await this.#checkWidth(page, name);
    this.expect(name, 'lang', await page.locator('html').getAttribute('lang'), language);
    const [leftOver] = LEFT_OVERS.exec(await page.locator('body').innerText()) ?? [];
    this.expect(name, 'left-over', leftOver, undefined);
    const path = join(this.#folder, `${name}.png`);
    await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  }

  async #checkRules(page: Page, name: string): Promise<void> {
    await this.#bringChecker(page);
    const { violations } = await new AxeBuilder({ page, axeSource: ';' })
      // Of what passes nothing is asked: it is neither described nor sent.
      .options({ resultTypes: ['violations'] })
      .withTags(RULES)
      .setLegacyMode(true)
      .analyze();
    for (const { id, nodes } of violations) {
      const places = nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`);
      this.findings.push(`${name}: ${id} at ${places.join(', ')}`);
    }
  }

  /** Brings the checker into every frame once; a page that is looked at in many sizes need not read it again for each. */
  async #bringChecker(page: Page): Promise<void> {
    for (const frame of page.frames()) {
      if (!(await frame.evaluate(() => 'axe' in globalThis))) {
        await frame.evaluate(CHECKER);
      }
    }
  }

  /** Nobody should have to scroll sideways to read a line. */
  async #checkWidth(page: Page, name: string): Promise<void> {
    const tooWide = await page.evaluate(() => {
      const { document, innerWidth } = globalThis as unknown as PageMeasures;
      const { scrollWidth } = document.scrollingElement;
      return scrollWidth > innerWidth ? `${String(scrollWidth)} of ${String(innerWidth)}` : null;
    });
    this.expect(name, 'width', tooWide, null);
  }

  async #resize(page: Page, size: { width: number; height: number }): Promise<void> {
    await page.setViewportSize(size);
    await page.evaluate(
      () =>
        new Promise((drawn) => {
          (globalThis as unknown as PageMeasures).requestAnimationFrame(drawn);
        }),
    );
  }

  /** Notes what is not as it must be. */
  expect(name: string, what: string, found: unknown, expected: unknown): void {
    if (found !== expected) {
      this.findings.push(`${name}: ${what} is ${String(found)}, not ${String(expected)}`);
    }
  }
}

/** The part of a page's global object that is measured. */
interface PageMeasures {
  innerWidth: number;
  document: { scrollingElement: { scrollWidth: number } };
  requestAnimationFrame: (drawn: (value: unknown) => void) => void;
}

/** Chooses a language on the page and waits until it speaks it. */
export async function switchLanguage(page: Page, language: Language): Promise<void> {
  await page.getByTestId(`language-${language}`).click();
  await until(async () => (await page.locator('html').getAttribute('lang')) === language, {
    what: `the page in ${language}`,
  });
}

/** The languages beside Finnish. */
export const OTHER_LANGUAGES = LANGUAGES.filter((language) => language !== 'fi');
