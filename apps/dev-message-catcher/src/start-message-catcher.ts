import { createServer, type Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import type { Clock } from '@tapaamo/common';
import type { Logger } from '@tapaamo/logging';
import { DeliveryReceipts } from './delivery-receipts.js';
import { HttpRoutes } from './http-routes.js';
import { MessageStore } from './message-store.js';
import { newSmtpReceiver } from './smtp-receiver.js';

/** How often messages are checked for their age when nobody looks, in milliseconds. */
const FORGET_EVERY_MS = 60_000;

/** Where the catcher runs. Port 0 takes any free one. */
export interface MessageCatcherOptions {
  host: string;
  httpPort: number;
  smtpPort: number;
  /** Bearer token that the SMS gateway asks for; empty when it asks for none. */
  smsToken: string;
  /** Where the product takes receipts, and by what it knows the gateway; null when it takes none. */
  receipts: { url: string; secret: string } | null;
  clock: Clock;
  logger: Logger;
}

/** A running catcher. */
export interface RunningMessageCatcher {
  httpPort: number;
  smtpPort: number;
  /** Ends it at once, open connections included. */
  close(): Promise<void>;
}

/** Starts the catcher. Returns when it takes mail, text messages and readers. */
export async function startMessageCatcher(
  options: MessageCatcherOptions,
): Promise<RunningMessageCatcher> {
  const { host, logger } = options;
  const store = new MessageStore(options.clock);
  const smtp = newSmtpReceiver(store, logger);
  const receipts =
    options.receipts === null
      ? null
      : new DeliveryReceipts(options.receipts.url, options.receipts.secret, logger);
  const routes = new HttpRoutes(store, options.smsToken, receipts);
  const http = createServer((request, response) => {
    routes.handle(request, response).catch((error: unknown) => {
      logger.error('catcher.request-failed', {}, error);
      response.destroy();
    });
  });
  // The page is up last, so that its health speaks for the SMTP server, too.
  const smtpPort = await listen(smtp.server, () => smtp.listen(options.smtpPort, host));
  const httpPort = await listen(http, () => http.listen(options.httpPort, host));
  const timer = setInterval(() => store.forgetOld(), FORGET_EVERY_MS).unref();
  return {
    httpPort,
    smtpPort,
    close: async () => {
      clearInterval(timer);
      receipts?.close();
      await Promise.all([closeHttp(http), new Promise<void>((done) => smtp.close(done))]);
    },
  };
}

async function listen(server: NetServer, begin: () => unknown): Promise<number> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.once('listening', listening);
    begin();
  });
  return (server.address() as AddressInfo).port;
}

async function closeHttp(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
}
