import type { Server } from 'node:http';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const LOOK_EVERY_MS = 50;

/** Answers that are being made may be finished for this long; then their connections are ended too. */
const PATIENCE_MS = 2_000;

/**
 * Stopping does not wait for browsers: they keep a connection for the next request, and one that has just been answered,
 * or whose stream has just ended, would hold the process for seconds.
 */
@Injectable()
export class LingeringConnections implements BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    this.#timers.push(
      setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS),
      setTimeout(() => server.closeAllConnections(), PATIENCE_MS),
    );
  }

  onApplicationShutdown(): void {
    this.#timers.forEach(clearTimeout);
  }
}
