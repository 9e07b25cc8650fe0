import { randomUUID } from 'node:crypto';
import type { IncomingMessage as Request, ServerResponse as Response } from 'node:http';
import { languageFromHeader, type ErrorCode, type FieldProblem } from '@tapaamo/contracts';
import type { DeliveryReceipts } from './delivery-receipts.js';
import type { MessageStore } from './message-store.js';
import { messageList } from './page/message-list.js';
import { page, PAGE_HEADERS } from './page/page.js';
import { idsIn } from './forgotten-ids.js';
import { parseSms } from './sms-request.js';

/** Largest body that is read, in bytes. */
const BODY_MAX_BYTES = 64 * 1024;

const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
};

/** The page, the list as JSON, the SMS gateway and the health of the process. */
export class HttpRoutes {
  readonly #routes: Readonly<Record<string, (request: Request, response: Response) => unknown>> = {
    'GET /': (request, response) => this.#page(request, response),
    'GET /list': (request, response) => this.#list(request, response),
    'GET /messages.json': (_request, response) => sendJson(response, 200, this.store.list()),
    'DELETE /messages': (_request, response) => {
      this.store.clear();
      response.writeHead(204).end();
    },
    'POST /forgotten': (request, response) => this.#forget(request, response),
    'POST /sms': (request, response) => this.#takeSms(request, response),
    'GET /health/live': (_request, response) => sendJson(response, 200, { status: 'live' }),
    'GET /health/ready': (_request, response) => sendJson(response, 200, { status: 'ready' }),
  };

  /** Tells lists of this process from those of an earlier one, whose pages may still be open. */
  readonly #start = randomUUID();

  /**
   * @param token - Bearer token that the gateway asks for; empty when it asks for none.
   * @param receipts - Tells what became of messages; null when nobody asked.
   */
  constructor(
    private readonly store: MessageStore,
    private readonly token: string,
    private readonly receipts: DeliveryReceipts | null,
  ) {}

  async handle(request: Request, response: Response): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    const route = this.#routes[`${request.method ?? ''} ${path}`];
    if (route !== undefined) {
      await route(request, response);
      return;
    }
    const isPathKnown = Object.keys(this.#routes).some((known) => known.split(' ')[1] === path);
    refuse(response, isPathKnown ? 405 : 404, 'access.denied-or-missing');
  }

  #page(request: Request, response: Response): void {
    const language = languageFromHeader(request.headers['accept-language']);
    const list = messageList(this.store.list(), language);
    response.writeHead(200, PAGE_HEADERS).end(page(language, list, this.#revision()));
  }

  #list(request: Request, response: Response): void {
    const etag = this.#revision();
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const language = languageFromHeader(request.headers['accept-language']);
    response
      .writeHead(200, { ...PAGE_HEADERS, etag })
      .end(messageList(this.store.list(), language));
  }

  async #takeSms(incoming: Request, response: Response): Promise<void> {
    if (this.token !== '' && incoming.headers.authorization !== `Bearer ${this.token}`) {
      refuse(response, 401, 'access.sign-in-required');
      return;
    }
    if (incoming.headers['content-type']?.startsWith('application/json') !== true) {
      refuse(response, 415, 'request.invalid', [{ field: 'content-type', code: 'field.invalid' }]);
      return;
    }
    const body = await readBody(incoming);
    if (body === null) {
      response.setHeader('connection', 'close');
      refuse(response, 413, 'request.too-large');
      return;
    }
    const request = parseSms(body);
    if (request.message === undefined) {
      refuse(response, 400, 'request.invalid', request.problems);
      return;
    }
    const { message, reference } = request;
    this.store.add(message);
    sendJson(response, 202, { id: message.id });
    if (reference !== undefined) {
      this.receipts?.tell(reference, message.to);
    }
  }

  async #forget(incoming: Request, response: Response): Promise<void> {
    const ids = idsIn((await readBody(incoming)) ?? '');
    if (ids === null) {
      refuse(response, 400, 'request.invalid', [{ field: 'body', code: 'field.invalid' }]);
      return;
    }
    this.store.forget(ids);
    response.writeHead(204).end();
  }

  #revision(): string {
    return `"${this.#start}-${String(this.store.revision)}"`;
  }
}

async function readBody(request: Request): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY_MAX_BYTES) {
      return null;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refuse(
  response: Response,
  status: number,
  code: ErrorCode,
  fields?: FieldProblem[],
): void {
  sendJson(response, status, { status, code, ...(fields === undefined ? {} : { fields }) });
}

function sendJson(response: Response, status: number, body: unknown): void {
  response.writeHead(status, JSON_HEADERS).end(JSON.stringify(body));
}
