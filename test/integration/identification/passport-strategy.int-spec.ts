import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIENT_IDENTIFICATION, type ClientIdentificationOptions } from '@tapaamo/identification';
import express, { type ErrorRequestHandler } from 'express';
import { decodeJwt } from 'jose';
import passport from 'passport';
import type { RunningIdentityProvider } from '../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { startDevelopmentProvider } from './support/development-provider.js';
import {
  bookedAs,
  BROWSER,
  PUBLIC_URL,
  startHarness,
  type Harness,
  type TestVisit,
} from './support/harness.js';
import { signInAtProvider } from './support/test-browser.js';

let folder: TemporaryFolder;
let provider: RunningIdentityProvider;
let harness: Harness;
let visit: TestVisit;
let server: Server;

beforeAll(async () => {
  folder = temporaryFolder();
  provider = await startDevelopmentProvider(folder.path);
  harness = await startHarness({ DATA_DIR: folder.path, OIDC_ISSUER: provider.issuer });
  visit = await harness.addVisit('Aino Virtanen');
  server = createServer(appWith(visit));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  await harness.close();
  await provider.close();
  folder.remove();
});

describe('the passport strategy', () => {
  it('takes back whom it sent to the provider, whatever host it is asked at', async () => {
    const { secret, organisationId, visitId, participantId, sessionId } = visit;
    const { redirectUrl } = await harness.service.start({
      organisationId,
      visitId,
      participantId,
      sessionId,
      renew: async () => secret,
      browser: BROWSER,
      language: 'fi',
    });
    const { redirect_uri } = decodeJwt(new URL(redirectUrl).searchParams.get('request') ?? '');
    expect(redirect_uri).toBe(`${PUBLIC_URL}/api/identification/callback`);

    const { search } = await signInAtProvider(redirectUrl, { person: 'aino-virtanen' });
    const back = await ask(`/callback${search}`);
    expect(await back.json()).toEqual({
      organisationId: visit.organisationId,
      visitId: visit.visitId,
      participantId: visit.participantId,
      sessionId: visit.sessionId,
      identified: { hetu: '[redacted]', result: 'same-person' },
      secret: 'another',
    });
    expect(await harness.isIdentified(visit.sessionId)).toBe(true);
  });

  it('fails with our code, not with a bare 401', async () => {
    const back = await ask('/callback?code=x&state=y');
    expect(await back.json()).toEqual({ code: 'identification.transaction-expired' });
  });
});

function ask(path: string): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${String(port)}${path}`, {
    redirect: 'manual',
    headers: { 'x-forwarded-host': 'evil.example' },
  });
}

function appWith({ browserHash }: TestVisit): express.Express {
  const app = express();
  const authenticate = (options: ClientIdentificationOptions): express.RequestHandler =>
    passport.authenticate(CLIENT_IDENTIFICATION, {
      session: false,
      assignProperty: 'identified',
      ...options,
    }) as express.RequestHandler;
  app.get(
    '/callback',
    authenticate({
      browserHash,
      browser: BROWSER,
      booked: bookedAs('Aino Virtanen'),
      renew: async () => 'another',
      announce: async () => undefined,
    }),
    (request, response) => {
      response.json((request as unknown as { identified: unknown }).identified);
    },
  );
  const sayCode: ErrorRequestHandler = (error, _request, response, _next) => {
    response.status(400).json({ code: error.code });
  };
  app.use(sayCode);
  return app;
}
