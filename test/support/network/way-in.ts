import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import type { Side } from './impaired-line.js';

const PROGRAM = resolve('test', 'support', 'network', 'inside', 'way-in.mjs');

/** A way from a test, which stands outside, to a TCP port inside a side of a line. The line has no part in it. */
export class WayIn {
  private constructor(private readonly path: string) {}

  static async open(side: Side, port: number, address = side.address): Promise<WayIn> {
    const path = join(side.folder, `${address}-${String(port)}.socket`);
    const program = side.spawn(process.execPath, [PROGRAM, path, address, String(port)]);
    await once(program.stdout!, 'data');
    return new WayIn(path);
  }

  connect(): Socket {
    return connect(this.path);
  }

  /** Lets a port of this machine's loopback lead there, for what only knows addresses. Ends with the returned server. */
  async listenOn(port: number): Promise<Server> {
    const server = createServer((from) => {
      const to = this.connect();
      from.pipe(to).pipe(from);
      from.on('error', () => to.destroy());
      to.on('error', () => from.destroy());
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }
}
