import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP relay before a server, which can be cut and mended. */
export interface Wire {
  /** The server's address, through the wire. */
  url: string;
  /** Ends every connection and refuses new ones, as a server that is gone does. */
  cut(): Promise<void>;
  /** Lets connections live and new ones be made, and carries nothing any more, as a lost network does. */
  silence(): void;
  /** Carries again; what was silenced is ended. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** @param url - Address of the server; the wire's differs in host and port only. */
export async function layWire(url: string): Promise<Wire> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => near.destroy()).on('close', () => sockets.delete(near));
    if (silent) {
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    sockets.add(far);
    far.on('error', () => near.destroy()).on('close', () => sockets.delete(far));
    near.on('data', (bytes) => silent || far.write(bytes)).on('close', () => far.destroy());
    far
      .on('data', (bytes) => silent || near.write(bytes))
      .on('close', () => silent || near.destroy());
  });
  const port = await listen(server, 0);
  const dropAll = (): void => sockets.forEach((socket) => socket.destroy());
  const cut = async (): Promise<void> => {
    dropAll();
    if (server.listening) {
      await new Promise((done) => server.close(done));
    }
  };
  target.hostname = '127.0.0.1';
  const near = new URL(target.href);
  near.port = String(port);
  return {
    url: near.href,
    cut,
    silence: () => {
      silent = true;
    },
    mend: async () => {
      silent = false;
      dropAll();
      if (!server.listening) {
        await listen(server, port);
      }
    },
    close: cut,
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}
