import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { StaffRole } from '@tapaamo/contracts';
import { SteadyClient } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { ProfessionalService } from '@tapaamo/professional';
import connectPgSimple from 'connect-pg-simple';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import pg from 'pg';

/** Cookie of a signed-in member of staff. */
export const STAFF_COOKIE = '__Host-tapaamo-staff';

/** A session ends after this long without use. */
const IDLE_MS = 8 * 60 * 60 * 1_000;

/** Name of passport's strategy for staff. */
export const STAFF_SIGN_IN = 'staff';

/**
 * Sessions of staff: a random id in the cookie, the professional's id in the database, nothing else. Passport makes a
 * fresh session id at each sign-in.
 */
@Injectable()
export class StaffSessions implements OnApplicationShutdown {
  readonly #pool: pg.Pool;
  readonly #store: session.Store & { close(): void };

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly professionals: ProfessionalService,
    logger: Logger,
  ) {
    this.#pool = new pg.Pool({
      Client: SteadyClient,
      connectionString: config.DATABASE_URL,
      max: 3,
      connectionTimeoutMillis: 2_000,
      // Every request of staff begins here: one that waited for ever would take its connection with it.
      query_timeout: config.DATABASE_DEADLINE_MS,
    });
    this.#pool.on('error', (error) => logger.warn('database.connection-lost', {}, error));
    const PgStore = connectPgSimple(session);
    this.#store = new PgStore({
      pool: this.#pool,
      tableName: 'staff_session',
      pruneSessionInterval: 900,
      errorLog: () => logger.warn('sign-in.session-store-failed'),
    });
  }

  /** Makes a server read the session of every request to the API. */
  use(server: Express): void {
    useLocalStrategy(this.professionals);
    // Cookies are Secure; a browser takes them over https and from localhost. express-session asks this header.
    server.use('/api', (request: Request, _response: Response, next: NextFunction) => {
      request.headers['x-forwarded-proto'] = 'https';
      next();
    });
    server.use(
      '/api',
      session({
        name: STAFF_COOKIE,
        secret: this.config.SESSION_SECRET,
        store: this.#store,
        proxy: true,
        resave: false,
        rolling: true,
        saveUninitialized: false,
        // Not "destroy": a session that could not be read for an outage would be taken for one that was given up.
        unset: 'keep',
        cookie: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: IDLE_MS },
      }),
      passport.initialize(),
      passport.session() as RequestHandler,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.#store.close();
    await this.#pool.end();
  }
}

function useLocalStrategy(professionals: ProfessionalService): void {
  passport.use(
    STAFF_SIGN_IN,
    new LocalStrategy(
      { usernameField: 'email', passReqToCallback: true },
      (
        request: Request,
        email: string,
        password: string,
        done: (error: unknown, actor?: Express.User) => void,
      ) => {
        professionals
          .signIn(email, password, request.ip ?? '')
          .then((found) => done(null, actorOf(found)), done);
      },
    ),
  );
  passport.serializeUser((actor, done) => {
    done(null, actor.professionalId);
  });
  // Read at every request: a changed role or a removed account acts at once.
  passport.deserializeUser((professionalId: string, done) => {
    professionals.find(professionalId).then(
      (found) => {
        done(null, found === null ? false : actorOf(found));
      },
      (error: unknown) => {
        done(error);
      },
    );
  });
}

function actorOf(found: { id: string; organisationId: string; roles: StaffRole[] }): Express.User {
  return { professionalId: found.id, organisationId: found.organisationId, roles: found.roles };
}
