/** One cookie as a browser keeps it. */
interface Cookie {
  name: string;
  value: string;
  path: string;
}

const REDIRECTS_MAX = 10;

/** A browser without a screen: keeps cookies by host and path and follows redirects one at a time. */
export class TestBrowser {
  readonly #cookies = new Map<string, Cookie>();

  /** Fetches one address; a redirect is an answer like any other. */
  async visit(url: URL, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.#cookiesFor(url), 'accept-language': 'fi' },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const header of response.headers.getSetCookie()) {
      this.#keep(url, header);
    }
    return response;
  }

  /**
   * Follows redirects from an answer, as long as they stay at the same host.
   *
   * @returns The last address and its answer; `response` is null for an address of another host, which is not fetched.
   */
  async follow(from: URL, answer: Response): Promise<{ url: URL; response: Response | null }> {
    let url = from;
    let response = answer;
    for (let count = 0; count < REDIRECTS_MAX; count += 1) {
      const location = response.headers.get('location');
      if (location === null) {
        return { url, response };
      }
      const next = new URL(location, url);
      if (next.host !== url.host) {
        return { url: next, response: null };
      }
      url = next;
      response = await this.visit(url);
    }
    throw new Error('Too many redirects.');
  }

  #cookiesFor(url: URL): string {
    return [...this.#cookies.values()]
      .filter(({ path }) => url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #keep(url: URL, header: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((each) => each.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    const key = `${url.host} ${path} ${name}`;
    if (value === '') {
      this.#cookies.delete(key);
    } else {
      this.#cookies.set(key, { name, value, path });
    }
  }
}

/**
 * A person's way through the development identity provider's login page.
 *
 * @param form - Fields of the page, e.g. `{ person: 'aino-virtanen' }`.
 * @returns Where the provider sends the browser in the end.
 */
export async function signInAtProvider(
  redirectUrl: string,
  form: Record<string, string>,
  browser: TestBrowser = new TestBrowser(),
): Promise<URL> {
  const start = new URL(redirectUrl);
  const page = await browser.follow(start, await browser.visit(start));
  if (page.response?.status !== 200) {
    throw new Error(`The provider shows no login page: ${String(page.response?.status)}`);
  }
  const submitted = await browser.visit(page.url, { act: 'identify', ...form });
  return (await browser.follow(page.url, submitted)).url;
}
