import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const TOKEN = 'a-token-of-the-tests';

const NOTHING: [number, object] = [404, { errors: [] }];

/** The transit engine of OpenBao as far as day keys need it, over real HTTP, with faults that a test chooses. */
export class TransitDouble {
  readonly token = TOKEN;
  readonly #keys = new Map<string, { secret: Buffer; deletionAllowed: boolean }>();
  /** What is answered instead: a status, words that are none of its own, or nothing at all. */
  fault: number | 'babble' | 'silence' | null = null;
  /** What a fault names as its errors: nothing is named as well for what is not there. */
  faultErrors: string[] = ['fault'];
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response);
  });

  async listen(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
  }

  get mount(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/v1/transit`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (this.fault === 'silence') {
      return;
    }
    if (this.fault === 'babble') {
      response.end('{"data":{"hmac":17,"keys":"none"}}');
      return;
    }
    const [status, answer] =
      this.fault === null
        ? this.#respond(request, (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>)
        : [this.fault, { errors: this.faultErrors }];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  #respond(
    { method = '', url = '', headers }: IncomingMessage,
    body: Record<string, unknown>,
  ): [number, object] {
    if (headers['x-vault-token'] !== TOKEN) {
      return [403, { errors: ['permission denied'] }];
    }
    const [, kind, name = '', act, list] =
      /^\/v1\/transit\/(keys|hmac)(?:\/([\w.-]+))?(?:\/(.+)|\?(list)=true)?$/.exec(url) ?? [];
    if (kind === undefined) {
      return [404, { errors: [`no handler for route "${url}"`] }];
    }
    return kind === 'hmac'
      ? this.#mac(name, String(body['input']))
      : (this.#acts[`${method} ${act ?? list ?? ''}`]?.(name) ?? [
          405,
          { errors: ['unsupported'] },
        ]);
  }

  /** What may be done with keys, by method and last part of the path. */
  readonly #acts: Readonly<Record<string, (name: string) => [number, object]>> = {
    'GET list': () =>
      this.#keys.size === 0 ? NOTHING : [200, { data: { keys: [...this.#keys.keys()] } }],
    'GET ': (name) => (this.#keys.has(name) ? [200, { data: { name } }] : NOTHING),
    'POST ': (name) => {
      const key = this.#keys.get(name);
      this.#keys.set(name, key ?? { secret: randomBytes(32), deletionAllowed: false });
      return [200, { data: { name } }];
    },
    'POST config': (name) => this.#allow(name),
    'DELETE ': (name) =>
      this.#keys.get(name)?.deletionAllowed === true && this.#keys.delete(name)
        ? [200, {}]
        : [400, { errors: ['deletion is not allowed for this key'] }],
  };

  #mac(name: string, input: string): [number, object] {
    const key = this.#keys.get(name);
    return key === undefined
      ? [400, { errors: ['encryption key not found'] }]
      : [200, { data: { hmac: `vault:v1:${macOf(key.secret, input)}` } }];
  }

  #allow(name: string): [number, object] {
    const key = this.#keys.get(name);
    if (key === undefined) {
      return [400, { errors: ['no such key'] }];
    }
    key.deletionAllowed = true;
    return [200, {}];
  }
}

function macOf(secret: Buffer, input: string): string {
  return createHmac('sha256', secret).update(Buffer.from(input, 'base64')).digest('base64');
}
