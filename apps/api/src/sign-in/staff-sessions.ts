import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { AppError, networkOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import {
  ProfessionalService,
  SESSION_IDLE_MS,
  StaffSessionService,
  deviceOf,
  type NewStaffSession,
  type Professional,
} from '@tapaamo/professional';
import { parseCookie } from 'cookie';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { Passport } from 'passport';
import { KnownDevices } from './known-devices.js';
import { COOKIE, StaffSessionStore, type OpenSession } from './staff-session-store.js';

/** Cookie of a signed-in member of staff. */
const STAFF_COOKIE = '__Host-tapaamo-staff';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Request {
      /** The session that is being opened, on its way to passport. */
      opening?: NewStaffSession;
    }
  }
}

/** How somebody proved who they are. */
export type GivenProof = Pick<
  NewStaffSession,
  'means' | 'provedAgoMs' | 'providerVersion' | 'isSignIn'
>;

/** Sessions of staff: a random secret in the cookie, its hash in the database. Each sign-in makes a fresh one. */
@Injectable()
export class StaffSessions {
  /** Of its own: two servers in one process share nothing. */
  readonly #passport = new Passport();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly professionals: ProfessionalService,
    private readonly sessions: StaffSessionService,
    private readonly devices: KnownDevices,
  ) {}

  /** Makes a server read the session of every request to the API. */
  use(server: Express): void {
    this.#teachPassport();
    // Cookies are Secure; a browser takes them over https and from localhost. express-session asks this header.
    server.use('/api', (request: Request, _response: Response, next: NextFunction) => {
      request.headers['x-forwarded-proto'] = 'https';
      next();
    });
    const { originalMaxAge: _, ...cookie } = COOKIE;
    server.use(
      '/api',
      session({
        name: STAFF_COOKIE,
        secret: [this.config.SESSION_SECRET, this.config.SESSION_SECRET_PREVIOUS].filter(Boolean),
        store: new StaffSessionStore(this.sessions),
        proxy: true,
        resave: false,
        rolling: true,
        saveUninitialized: false,
        // Not "destroy": a session that could not be read for an outage would be taken for one that was given up.
        unset: 'keep',
        cookie: { ...cookie, maxAge: SESSION_IDLE_MS },
      }),
      this.#passport.initialize() as RequestHandler,
      this.#passport.session() as RequestHandler,
    );
  }

  /**
   * Signs somebody in: their session gets a fresh secret, and what this browser had before is over.
   *
   * @param professional - As they were before what they proved was looked at.
   */
  async open(request: Request, professional: Professional, proof: GivenProof): Promise<void> {
    const { id: professionalId, organisationId, roles, signInEpoch } = professional;
    request.opening = {
      professionalId,
      organisationId,
      signInEpoch,
      ...proof,
      network: networkOf(request.ip ?? ''),
      ...deviceOf(request.headers['user-agent'] ?? ''),
    };
    const actor = { professionalId, organisationId, roles };
    await promisify((done: (error?: unknown) => void) => request.logIn(actor, done))();
    this.devices.remember(request, professional.email);
  }

  /** The session a request of signed-in staff came with. */
  current(request: Request): OpenSession {
    const user = request.session.passport?.user;
    if (user === undefined || !('sessionId' in user)) {
      throw new AppError('access.sign-in-required');
    }
    return user;
  }

  /** Ends the session a request came with, and takes its cookie away. */
  async end(request: Request, response: Response): Promise<void> {
    await promisify((done: (error?: unknown) => void) => request.session.destroy(done))();
    if (request.user === undefined) {
      // express-session does not know one that ran out, but it may still hold a seat in a meeting.
      await this.sessions.end(secretOf(request));
    }
    const { originalMaxAge: _, ...cookie } = COOKIE;
    response.clearCookie(STAFF_COOKIE, cookie);
  }

  #teachPassport(): void {
    this.#passport.serializeUser<NewStaffSession>(
      (
        request: Request,
        _actor: unknown,
        done: (error: unknown, opening?: NewStaffSession) => void,
      ) => done(null, request.opening),
    );
    // Read at every request: a changed role or a removed account acts at once.
    this.#passport.deserializeUser(({ professionalId }: OpenSession, done) => {
      this.professionals.find(professionalId).then(
        (found) => {
          done(
            null,
            found !== null && {
              professionalId,
              organisationId: found.organisationId,
              roles: found.roles,
            },
          );
        },
        (error: unknown) => {
          done(error);
        },
      );
    });
  }
}

/** Secret that a request's cookie carries before its signature, whether or not it opens anything. */
function secretOf(request: Request): string {
  const signed = parseCookie(request.headers.cookie ?? '')[STAFF_COOKIE] ?? '';
  return /^s:(.+)\.[^.]*$/.exec(signed)?.[1] ?? '';
}
