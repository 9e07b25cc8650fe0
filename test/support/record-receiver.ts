import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  text: string;
}

/** How a receiver answers: with a status, by sending elsewhere, or never. */
export type Answering = number | 'redirect' | 'hang';

/** An organisation's record system, as far as it is told of visits. */
export class RecordReceiver {
  readonly received: Received[] = [];
  answering: Answering = 204;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        this.received.push({ method, path, headers, text });
        if (this.answering === 'redirect') {
          response.writeHead(307, { location: '/elsewhere' }).end();
        } else if (this.answering !== 'hang') {
          response.writeHead(this.answering).end();
        }
      });
    });
  }

  static async start(): Promise<RecordReceiver> {
    const receiver = new RecordReceiver();
    await new Promise<void>((done) => receiver.#server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  /** Its address, plain, as on a developer's machine. */
  address(path: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}${path}`;
  }

  /** What came since it was last asked. */
  take(): Received[] {
    return this.received.splice(0);
  }

  /** Ends what hangs, without an answer. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
