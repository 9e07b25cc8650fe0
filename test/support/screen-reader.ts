import type { Language } from '@tapaamo/contracts';
import type { Page } from 'playwright-core';
import type { WatchedPage } from './browser.js';
import { OTHER_LANGUAGES, switchLanguage, type PageInspector } from './page-inspection.js';
import { until } from './until.js';

/** What somebody operates. */
const CONTROLS = [
  'button',
  'link',
  'checkbox',
  'radio',
  'switch',
  'textbox',
  'combobox',
  'slider',
  'DisclosureTriangle',
];

/** 400 % zoom of a small screen (WCAG 1.4.10). The inspection of every page looks at telephones and desks. */
const NARROWEST = [320];

/** What is called the same in Finnish and in Swedish. */
const SAME_WORD = ['Kamera'];

/** One act, wherever it is pressed. */
const SAME_ACT = ['Kirjaudu ulos', 'Logga ut', 'Sign out'];

/** One stop of a screen reader. */
interface TreeNode {
  role: string;
  name: string;
  states: Readonly<Record<string, unknown>>;
}

/** How a step is read. */
export interface ReadingWish {
  /** Its one main heading. */
  heading: string;
  /** Whether the heading has the focus, so that it is read when the page changes; not on a page that was just loaded. */
  focused?: boolean;
  /** Whether the page is ours, with our languages to choose from. */
  languages?: readonly Language[];
  /** Widths at which it keeps the rules of WCAG. */
  widths?: readonly number[];
  /** What is called the same in every language: names of people and places. */
  names?: readonly string[];
}

/** Keeps what live regions say. A region that comes with its text says nothing: no screen reader has heard of it before. */
const LISTEN = `
  self.heardAloud = [];
  const LIVE = '[role=status],[role=alert],[role=log],[aria-live=polite],[aria-live=assertive]';
  new MutationObserver((records) => {
    const fresh = new Set();
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.nodeType === 1) {
        [node, ...node.querySelectorAll(LIVE)].filter((one) => one.matches(LIVE)).forEach((one) => fresh.add(one));
      }
    }
    for (const { type, target, addedNodes } of records) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(LIVE);
      if (region && !fresh.has(region)) {
        const said = type === 'characterData' ? [target] : [...addedNodes];
        self.heardAloud.push(...said.map(({ textContent }) => textContent.trim()).filter((text) => text !== ''));
      }
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
`;

/** Reads pages as a screen reader does: by their tree of roles, names and states, and by what they say on their own. */
export class ScreenReader {
  private constructor(
    private readonly watched: WatchedPage,
    private readonly inspector: PageInspector,
  ) {}

  /** Listens to all pages that are opened from now on. @param inspector - Notes what is amiss. */
  static async on(watched: WatchedPage, inspector: PageInspector): Promise<ScreenReader> {
    await watched.context.addInitScript({ content: LISTEN });
    return new ScreenReader(watched, inspector);
  }

  /** Looks at a step as it stands, in Finnish and in the other languages. */
  async read(step: string, wish: ReadingWish): Promise<void> {
    const { page } = this.watched;
    const nodes = await treeOf(page);
    this.#expect(step, 'main headings', namesOf(nodes, ['heading'], { level: 1 }), [wish.heading]);
    const [heading] = nodes.filter(({ role, states }) => role === 'heading' && states.level === 1);
    if (wish.focused === true) {
      this.#expect(step, 'focus on the heading', heading?.states.focused, true);
    }
    for (const landmark of ['banner', 'main']) {
      const found = nodes.filter(({ role }) => role === landmark).length;
      this.#expect(step, `landmarks "${landmark}"`, found, 1);
    }
    this.#expect(step, 'controls without a word to see', await wordlessControls(page), []);
    const finnish = this.#controlsOf(step, nodes);
    for (const width of wish.widths ?? NARROWEST) {
      await this.inspector.checkRulesAt(page, `${step}-${String(width)}`, width);
    }
    for (const language of wish.languages ?? OTHER_LANGUAGES) {
      await switchLanguage(page, language);
      const other = this.#controlsOf(`${step} in ${language}`, await treeOf(page));
      const same = other.filter((name) => finnish.includes(name) && !isSameInAll(name, wish));
      this.#expect(`${step} in ${language}`, 'names in Finnish', same, []);
    }
    if (wish.languages?.length !== 0) {
      await switchLanguage(page, 'fi');
    }
  }

  /** Waits until a page has said something on its own, by a region that was there before. */
  async hear(sentence: string): Promise<void> {
    await until(async () => (await this.#heard()).some((text) => text.includes(sentence)), {
      what: `"${sentence}" to be said`,
    });
  }

  /** How often something was said so far. */
  async timesHeard(sentence: string): Promise<number> {
    return (await this.#heard()).filter((text) => text.includes(sentence)).length;
  }

  /** The states that are told of one control. */
  async statesOf(name: string): Promise<Readonly<Record<string, unknown>>> {
    const found = (await treeOf(this.watched.page)).filter(
      (node) => CONTROLS.includes(node.role) && node.name === name,
    );
    expect(found.map((node) => node.name)).toEqual([name]);
    return found[0]?.states ?? {};
  }

  #heard(): Promise<string[]> {
    return this.watched.page.evaluate(
      () => (globalThis as unknown as { heardAloud: string[] }).heardAloud,
    );
  }

  /** Names of all controls; what has none, or one that another has too, is noted. */
  #controlsOf(step: string, nodes: readonly TreeNode[]): string[] {
    const controls = nodes.filter(({ role }) => CONTROLS.includes(role));
    const nameless = controls.filter(({ name }) => name === '').map(({ role }) => role);
    this.#expect(step, 'controls without a name', nameless, []);
    const names = controls.map(({ name }) => name);
    const twice = names.filter(
      (name, index) => names.indexOf(name) !== index && !SAME_ACT.includes(name),
    );
    this.#expect(step, 'names of more than one control', twice, []);
    return names;
  }

  #expect(step: string, what: string, found: unknown, expected: unknown): void {
    this.inspector.expect(step, what, JSON.stringify(found), JSON.stringify(expected));
  }
}

async function treeOf(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: String(role?.value),
      name: String(name?.value ?? '').trim(),
      states: Object.fromEntries(properties.map((one) => [one.name, one.value.value as unknown])),
    }));
}

function namesOf(
  nodes: readonly TreeNode[],
  roles: readonly string[],
  states: Readonly<Record<string, unknown>> = {},
): string[] {
  return nodes
    .filter(({ role }) => roles.includes(role))
    .filter((node) => Object.entries(states).every(([key, value]) => node.states[key] === value))
    .map(({ name }) => name);
}

/** Buttons and links that show a picture alone. */
function wordlessControls(page: Page): Promise<string[]> {
  return page.locator('button:visible, a[href]:visible').evaluateAll((all) =>
    all
      .map((one) => one as unknown as { innerText: string; outerHTML: string })
      .filter(({ innerText }) => innerText.trim() === '')
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

/** Names of languages are in these languages themselves. */
function isSameInAll(name: string, { names = [] }: ReadingWish): boolean {
  return (
    /^(Suomi|Svenska|English|FI|SV|EN)\b/i.test(name) || [...SAME_WORD, ...names].includes(name)
  );
}
