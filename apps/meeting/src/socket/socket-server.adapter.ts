import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Config } from '@tapaamo/config';
import type { Server, ServerOptions } from 'socket.io';
import { allowedOrigin, isAllowedOrigin } from './allowed-origin.js';

/** Largest message, in bytes. The largest of ours, what a browser can decode, takes about ten thousand. */
const MOST_BYTES = 64 * 1024;

/** A line that is silent is lost after ten seconds at the latest, in milliseconds. */
const PING_MS = 5_000;

/** How long a connection may stay without having come through the handshake, in milliseconds. */
const HANDSHAKE_MS = 10_000;

/**
 * Options of the socket server. Connection state recovery stays off: it would skip the handshake, and with it the check
 * whether the participant still has a place; a browser that comes back is told its state instead.
 */
export function socketServerOptions(config: Config): Partial<ServerOptions> {
  return {
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: MOST_BYTES,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    connectTimeout: HANDSHAKE_MS,
    perMessageDeflate: false,
    cors: { origin: allowedOrigin(config), methods: ['GET', 'POST'] },
    allowRequest: (request, decide) => {
      const isAllowed = isAllowedOrigin(request.headers, config);
      decide(isAllowed ? null : 'access.origin-not-allowed', isAllowed);
    },
  };
}

/** Serves sockets on the application's own port. */
export class SocketServerAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      ...socketServerOptions(this.config),
    } as ServerOptions);
  }
}
