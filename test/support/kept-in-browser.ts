import type { BrowserContext, Page } from 'playwright-core';

interface OpeningDatabase {
  result: {
    createObjectStore: (name: string) => { put: (value: string, key: string) => void };
    close: () => void;
  };
  onupgradeneeded: () => void;
  onsuccess: () => void;
}

/** The parts of a page's global object that keep something; tests are checked without the browser's types. */
interface KeepingWindow {
  name: string;
  document: { title: string; cookie: string };
  history: { state: unknown };
  sessionStorage: Record<string, string>;
  localStorage: Record<string, string>;
  indexedDB: { open: (name: string) => OpeningDatabase };
  Response: new (text: string) => unknown;
  caches: {
    keys: () => Promise<string[]>;
    open: (name: string) => Promise<{
      keys: () => Promise<{ url: string }[]>;
      put: (url: string, response: unknown) => Promise<void>;
      match: (request: { url: string }) => Promise<{ text: () => Promise<string> } | undefined>;
    }>;
  };
}

/**
 * Everything that a browser keeps of the origin of a page that is open, as one text: cookies, local storage and databases,
 * session storage, what service workers cached, and what the page's own window and history hold.
 */
export async function keptInBrowser({
  page,
  context,
}: {
  page: Page;
  context: BrowserContext;
}): Promise<string> {
  const state = await context.storageState({ indexedDB: true });
  return JSON.stringify([state, await page.evaluate(keptByPage)]);
}

/** Puts a word of its own into each place, which shows that `keptInBrowser` looks there. @returns The words. */
export function keepEverywhere(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const window = globalThis as unknown as KeepingWindow;
    window.document.cookie = 'control=in-a-cookie';
    window.sessionStorage.control = 'in-the-session';
    window.localStorage.control = 'in-the-storage';
    const cache = await window.caches.open('control');
    await cache.put('/control', new window.Response('in-a-cache'));
    await new Promise<void>((resolve) => {
      const opening = window.indexedDB.open('control');
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('control').put('in-a-database', 'control');
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    return ['in-a-cookie', 'in-the-session', 'in-the-storage', 'in-a-cache', 'in-a-database'];
  });
}

/** Runs in the page. */
async function keptByPage(): Promise<unknown> {
  const { name, document, history, sessionStorage, localStorage, caches } =
    globalThis as unknown as KeepingWindow;
  const cached: string[] = [];
  for (const key of await caches.keys()) {
    const cache = await caches.open(key);
    for (const request of await cache.keys()) {
      cached.push(key, request.url, (await (await cache.match(request))?.text()) ?? '');
    }
  }
  const stored = [sessionStorage, localStorage].map((storage) => ({ ...storage }));
  return [name, document.title, history.state, ...stored, cached];
}
