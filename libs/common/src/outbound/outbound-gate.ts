import { lookup, type LookupAddress } from 'node:dns';
import { request as askPlainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as askSealed } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { HostRefusedError, NoAnswerError } from './outbound.errors.js';
import { isInNetwork, isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Largest answer that is read, in bytes, unless a request says otherwise. */
const ANSWER_MAX_BYTES = 256 * 1024;

/** Status from which on whoever was asked has a fault of their own (RFC 9110 section 15.6). */
const SERVER_ERROR = 500;

const TOO_MANY_REQUESTS = 429;

/** Where it points is for the caller to judge: a redirect is never followed here. */
const HEADERS_TOLD = ['content-type', 'location', 'www-authenticate'] as const;

/** What is asked. */
export interface OutboundRequest {
  method: string;
  headers: Record<string, string>;
  /** A form, or text. */
  body?: { toString(): string } | null | undefined;
  /** Deadline of the request and its answer. */
  signal?: AbortSignal | undefined;
  /** Largest answer that is read, in bytes. */
  maxBytes?: number;
  /** By which status all is said: the rest of such an answer is not waited for. */
  isEnough?: (status: number) => boolean;
}

/** Where a gate leads. */
export interface OutboundRules {
  isProduction: boolean;
  /** Hosts that may stand in a private network, because the operator says so. */
  allowedHosts: readonly string[];
  /**
   * Whether it leads to those hosts only. Each is then a host that must be public, or `host=network`: one that may also
   * stand in that private network (CIDR) and in no other, whatever its name comes to lead to. It is asked at the usual
   * port of https, or at the one that is named instead (`host:8443`, `host:8443=network`).
   */
  isClosed?: boolean;
}

type Resolve = (
  host: string,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

const resolveByName: Resolve = (host, done) => lookup(host, { all: true }, done);

/**
 * The way to addresses that somebody typed, or that an answer named. It leads to the public internet
 * and to hosts that the operator allows, so that nobody looks into the installation's own network through us. The
 * address that was checked is the one that is connected to: a name that changes its answer gains nothing.
 */
export class OutboundGate {
  readonly #allowed: readonly AllowedHost[];
  readonly #isClosed: boolean;
  readonly #isProduction: boolean;

  constructor(
    { isProduction, allowedHosts, isClosed = false }: OutboundRules,
    private readonly resolve: Resolve = resolveByName,
  ) {
    this.#allowed = allowedHosts.map((entry) => allowedHost(entry, isClosed));
    this.#isClosed = isClosed;
    this.#isProduction = isProduction;
  }

  /**
   * Checks an address as far as it can be told without asking anybody: sealed, and no number of a private network. On a
   * developer's machine its own services may be asked plainly.
   *
   * @throws HostRefusedError
   */
  require({ protocol, hostname, port }: URL): void {
    const place = { host: hostname.replace(/^\[|\]$/g, ''), port };
    const { host } = place;
    const isOwn = host === 'localhost' || (isIP(host) !== 0 && isLoopbackAddress(host));
    const isSealed =
      protocol === 'https:' || (protocol === 'http:' && isOwn && !this.#isProduction);
    const isKnown = !this.#isClosed || isOwn || this.#allowedAt(place).length > 0;
    if (!isSealed || !isKnown || (isIP(host) !== 0 && !this.#mayReach(place, host))) {
      throw new HostRefusedError();
    }
  }

  /**
   * `fetch` for everything that is asked elsewhere: follows no redirect, reads a limited answer whole within the
   * caller's deadline, and tells an outage from a refusal.
   *
   * @throws HostRefusedError; NoAnswerError without a usable answer.
   */
  async fetch(url: string, init: OutboundRequest): Promise<Response> {
    const target = new URL(url);
    this.require(target);
    try {
      const answer = await this.#ask(target, init);
      const status = answer.statusCode ?? 0;
      if (status >= SERVER_ERROR || status === TOO_MANY_REQUESTS) {
        answer.destroy();
        throw new NoAnswerError(`http-${String(status)}`, status, answer.headers['retry-after']);
      }
      if (init.isEnough?.(status) === true) {
        answer.destroy();
        return new Response(null, { status });
      }
      const body = await bodyOf(answer, init.maxBytes ?? ANSWER_MAX_BYTES);
      return new Response(body, { status, headers: toldOf(answer) });
    } catch (error) {
      const isOurs = error instanceof HostRefusedError || error instanceof NoAnswerError;
      throw isOurs ? error : new NoAnswerError(networkCodeOf(error));
    }
  }

  #ask(target: URL, { method, headers, body, signal }: OutboundRequest): Promise<IncomingMessage> {
    const ask = target.protocol === 'https:' ? askSealed : askPlainly;
    const options: RequestOptions = {
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
      lookup: this.#lookUp(target.port),
      // A connection that was opened for somebody else is not taken over: it was checked for another name.
      agent: false,
      ...(signal === undefined ? {} : { signal }),
    };
    return new Promise((answered, failed) => {
      ask(target, options, answered).once('error', failed).end(body?.toString());
    });
  }

  #lookUp(port: string): LookupFunction {
    return (host, { all }, done) => {
      this.resolve(host, (error, found) => {
        const reachable = error === null ? this.#reachable({ host, port }, found) : [];
        const [first] = reachable;
        if (first === undefined) {
          done(error ?? new HostRefusedError(), '', 0);
        } else if (all === true) {
          done(null, reachable);
        } else {
          done(null, first.address, first.family);
        }
      });
    };
  }

  #reachable(place: Place, found: readonly LookupAddress[]): LookupAddress[] {
    return found.filter(({ address }) => this.#mayReach(place, address));
  }

  #mayReach(place: Place, address: string): boolean {
    const isOwn = !this.#isProduction && isLoopbackAddress(address);
    const allowed = this.#allowedAt(place);
    if (!this.#isClosed) {
      return isPublicAddress(address) || allowed.length > 0 || isOwn;
    }
    const isThere = ({ network }: AllowedHost) =>
      isPublicAddress(address) || (network !== undefined && isInNetwork(address, network));
    return allowed.some(isThere) || isOwn;
  }

  /** What the operator says of a place. Only a closed gate looks at the port, empty where it is the usual one. */
  #allowedAt({ host, port }: Place): AllowedHost[] {
    const name = host.toLowerCase();
    return this.#allowed.filter(
      (one) => one.host === name && (!this.#isClosed || one.port === port),
    );
  }
}

interface Place {
  host: string;
  port: string;
}

interface AllowedHost extends Place {
  network: string | undefined;
}

/** Parts of `host`, `host=network` and, of a closed gate, `host:port`. */
function allowedHost(entry: string, isClosed: boolean): AllowedHost {
  const [place = '', network] = entry.toLowerCase().split('=');
  const [host = '', port = ''] = isClosed ? place.split(':') : [place];
  return { host, port: port === '443' ? '' : port, network };
}

/** Of an answer's headers those that somebody here reads. */
function toldOf({ headers }: IncomingMessage): Headers {
  const told = new Headers();
  for (const name of HEADERS_TOLD) {
    const value = headers[name];
    if (value !== undefined) {
      told.set(name, value);
    }
  }
  return told;
}

async function bodyOf(
  answer: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      answer.destroy();
      throw new NoAnswerError('answer-too-large');
    }
    chunks.push(chunk);
  }
  return size === 0 ? null : new Uint8Array(Buffer.concat(chunks));
}

/** Code of a failed connection, such as `ECONNREFUSED`, or the deadline's name. */
function networkCodeOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: unknown };
  return typeof code === 'string' ? code : (name ?? 'network');
}
