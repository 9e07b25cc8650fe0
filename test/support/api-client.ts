import {
  meSchema,
  problemSchema,
  signInAnswerSchema,
  type Me,
  type Problem,
} from '@tapaamo/contracts';
import type { z } from 'zod';
import { PASSWORD } from './builders/professional-builder.js';

/** An answer of the API as it came. */
export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** `Set-Cookie` lines. */
  setCookies: string[];
  text: string;
  /** The body read as JSON; undefined when it is empty or something else. */
  json: unknown;
}

/** What may differ from an ordinary request of our own page. */
export interface RequestOptions {
  body?: unknown;
  /** Sent as it is instead of `body`. */
  rawBody?: string | Uint8Array<ArrayBuffer>;
  /** Added to the usual headers; null takes one away. */
  headers?: Record<string, string | null>;
}

/**
 * A browser as far as the API can tell: keeps cookies and sends the header of our own pages. Cookies are kept by hand,
 * because they are `Secure` and tests speak plain HTTP.
 */
export class ApiClient {
  readonly cookies = new Map<string, string>();
  #signedInAs: { email: string; password: string } | null = null;

  /**
   * @param origin - `http://127.0.0.1:<port>`.
   * @param settings - `language`: for `Accept-Language`. `from`: network address the request seems to come from.
   */
  constructor(
    readonly origin: string,
    private readonly settings: { language?: string; from?: string } = {},
  ) {}

  async get(path: string, options: RequestOptions = {}): Promise<ApiAnswer> {
    return this.request('GET', path, options);
  }

  async post(path: string, body?: unknown, options: RequestOptions = {}): Promise<ApiAnswer> {
    return this.request('POST', path, { body, ...options });
  }

  /** Sends a request and keeps the cookies of the answer. */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<ApiAnswer> {
    const body =
      options.rawBody ?? (options.body === undefined ? null : JSON.stringify(options.body));
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: this.headers(options.headers, body !== null),
      body,
      redirect: 'manual',
    });
    const setCookies = response.headers.getSetCookie();
    setCookies.forEach((line) => this.#keep(line));
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      setCookies,
      text,
      json: read(text),
    };
  }

  /** Headers of an ordinary request, for what `request` cannot do (streams). */
  headers(more: Record<string, string | null> = {}, hasBody = false): Record<string, string> {
    const usual: Record<string, string | null> = {
      'x-tapaamo': '1',
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') || null,
      'content-type': hasBody ? 'application/json' : null,
      'accept-language': this.settings.language ?? null,
      'x-forwarded-for': this.settings.from ?? null,
      ...more,
    };
    return Object.fromEntries(
      Object.entries(usual).filter((entry): entry is [string, string] => entry[1] !== null),
    );
  }

  /** Signs a member of staff in. */
  async signIn(email: string, password: string = PASSWORD): Promise<Me> {
    const answer = await this.post('/api/sign-in', { email, password });
    this.#signedInAs = { email, password };
    return meSchema.parse(expectAnswer(answer, 200, signInAnswerSchema).me);
  }

  /** Signs in as before: a session ends after hours, and tests jump over days. */
  async signInAgain(): Promise<void> {
    if (this.#signedInAs === null) {
      throw new Error('Nobody has signed in here.');
    }
    await this.signIn(this.#signedInAs.email, this.#signedInAs.password);
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    if (value === '' || /;\s*expires=Thu, 01 Jan 1970/i.test(line)) {
      this.cookies.delete(name);
    } else {
      this.cookies.set(name, value);
    }
  }
}

/** Reads an answer that is expected to be good. @throws Error with what came instead. */
export function expectAnswer<S extends z.ZodType>(
  answer: ApiAnswer,
  status: number,
  schema: S,
): z.output<S> {
  if (answer.status !== status) {
    throw new Error(`Expected ${String(status)}, got ${String(answer.status)}: ${answer.text}`);
  }
  return schema.parse(answer.json);
}

/** Reads an answer that is expected to be a refusal. @throws Error when it is none. */
export function expectProblem(answer: ApiAnswer): Problem {
  if (!(answer.headers.get('content-type') ?? '').startsWith('application/problem+json')) {
    throw new Error(`Expected a problem, got ${String(answer.status)}: ${answer.text}`);
  }
  const problem = problemSchema.parse(answer.json);
  if (problem.status !== answer.status) {
    throw new Error(
      `The problem says ${String(problem.status)}, the answer ${String(answer.status)}.`,
    );
  }
  return problem;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
