import { Injectable } from '@nestjs/common';
import type { CalendarLookUpFailure, CalendarSignIn } from '@tapaamo/contracts';
import { CalendarFetch } from '../calendar-fetch.js';
import { inThread } from '../in-thread.js';
import type { DavResource, MultistatusOutcome } from './multistatus-worker.js';

/** How often a server may send us on. */
const REDIRECTS_MAX = 3;

const MULTI_STATUS = 207;
const UNAUTHORIZED = 401;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Longest time that an answer is read in, and most memory. */
const BOUNDS = { longestMs: 5_000, memoryMb: 192 };

/** What a server is asked by CalDAV. */
export interface DavQuestion {
  method: 'PROPFIND' | 'REPORT';
  address: URL;
  depth: '0' | '1';
  body: string;
  signIn: CalendarSignIn;
  signal: AbortSignal;
  maxBytes: number;
}

/** What it answered, and where at last. */
export type DavAnswer = { at: URL; resources: DavResource[] } | { failure: CalendarLookUpFailure };

/**
 * Asks servers by CalDAV (RFC 4791). User name and password go to the host that their owner typed, from the first
 * request on and to no other host; whoever refuses them is not asked twice.
 */
@Injectable()
export class CalDavRequest {
  constructor(private readonly fetch: CalendarFetch) {}

  async ask(question: DavQuestion): Promise<DavAnswer> {
    let at = question.address;
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      const answer = await this.fetch.ask(at.href, {
        method: question.method,
        headers: {
          authorization: basic(question.signIn),
          depth: question.depth,
          'content-type': 'application/xml; charset=utf-8',
          accept: 'application/xml, text/xml',
        },
        body: question.body,
        signal: question.signal,
        maxBytes: question.maxBytes,
      });
      if ('failure' in answer) {
        return answer;
      }
      if (!REDIRECTS.has(answer.status)) {
        return this.#read(at, answer);
      }
      const next = sameHost(at, answer.headers.get('location'));
      if (next === null) {
        return { failure: 'elsewhere' };
      }
      at = next;
    }
    return { failure: 'no-calendar' };
  }

  async #read(at: URL, answer: Response): Promise<DavAnswer> {
    if (answer.status === UNAUTHORIZED) {
      const offered = answer.headers.get('www-authenticate') ?? 'basic';
      return { failure: /\bbasic\b/i.test(offered) ? 'wrong-password' : 'other-sign-in' };
    }
    const isXml = /\bxml\b/i.test(answer.headers.get('content-type') ?? '');
    if (answer.status !== MULTI_STATUS || !isXml) {
      return { failure: 'no-calendar' };
    }
    const text = await answer.text();
    const read = await inThread<MultistatusOutcome>(
      './multistatus-worker',
      import.meta.url,
      text,
      BOUNDS,
    );
    return read === undefined ? { failure: 'too-large' } : { at, ...read };
  }
}

/**
 * Where a server points to, on the same host; null elsewhere. A server behind a proxy that does not know that it was asked
 * over https is asked over https all the same.
 */
export function sameHost(from: URL, reference: string | null): URL | null {
  const to = URL.parse(reference ?? '', from.href);
  if (to === null) {
    return null;
  }
  if (from.protocol === 'https:' && to.protocol === 'http:' && to.port === '') {
    to.protocol = from.protocol;
  }
  return to.origin === from.origin && to.username === '' && to.password === '' ? to : null;
}

/** RFC 7617, in UTF-8. */
function basic({ accountName, password }: CalendarSignIn): string {
  return `Basic ${Buffer.from(`${accountName}:${password}`).toString('base64')}`;
}
