import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@tapaamo/logging';
import { clientHandlers } from './client-handlers.js';
import type { DialectName } from './conduct/dialects.js';
import { forgetEarlierSession, handleHealth, providerHandler, type Handler } from './handlers.js';
import { entityKeyFrom } from './keys/entity-key.js';
import { newSigningKey } from './keys/key-ring.js';
import type { RelyingPartyRegistration } from './relying-party.js';
import { StaffLoginRoutes } from './staff/staff-login-routes.js';
import { newStaffProvider } from './staff/staff-provider.js';
import {
  staffRelyingPartyFrom,
  type StaffRelyingPartyRegistration,
} from './staff/staff-relying-party.js';

/** Where the provider of staff stands below the other one's address. */
const STAFF_PATH = '/staff';

/** Where and for whom the provider runs. */
export interface IdentityProviderOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Address by which browsers and the relying party know it; by default `http://localhost:<port>`. */
  issuer?: string;
  /** Dialect that is spoken at first; by default that of a developer's machine. */
  dialect?: DialectName;
  relyingParty: RelyingPartyRegistration;
  /** File with the key that vouches for the signing keys; it makes itself. Without it the key is new at each start. */
  entityKeyFile?: string;
  /** Who asks for staff; without it there is no provider of staff. */
  staff?: StaffRelyingPartyRegistration;
  logger: Logger;
}

/** A running provider. */
export interface RunningIdentityProvider {
  issuer: string;
  /** Of the provider of staff. */
  staffIssuer: string;
  port: number;
  /** Ends it at once, open connections included. */
  close(): Promise<void>;
}

/** Starts the provider. Returns when it takes requests. */
export async function startIdentityProvider(
  options: IdentityProviderOptions,
): Promise<RunningIdentityProvider> {
  const signingKey = await newSigningKey();
  const entityKey = await entityKeyFrom(options.entityKeyFile);
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, options.host, listening);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = options.issuer ?? `http://localhost:${String(port)}`;
  const staffIssuer = issuer + STAFF_PATH;
  const handlers = [
    handleHealth,
    ...(options.staff === undefined ? [] : [staffHandler(staffIssuer, signingKey, options.staff)]),
    ...clientHandlers(issuer, {
      dialect: options.dialect ?? 'dev',
      relyingParty: options.relyingParty,
      entityKey,
      signingKey,
      logger: options.logger,
    }),
  ];
  server.on('request', (request, response) => {
    forgetEarlierSession(request);
    handlers.find((handle) => handle(request, response));
  });
  return {
    issuer,
    staffIssuer,
    port,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function staffHandler(
  issuer: string,
  signingKey: Awaited<ReturnType<typeof newSigningKey>>,
  registration: StaffRelyingPartyRegistration,
): Handler {
  const findRelyingParty = staffRelyingPartyFrom(registration);
  const provider = newStaffProvider({ issuer, signingKey, findRelyingParty });
  return providerHandler(STAFF_PATH, provider, new StaffLoginRoutes(provider));
}
