import connectPgSimple from 'connect-pg-simple';
import type { Config } from '@tapaamo/config';
import type { Logger } from '@tapaamo/logging';
import type { ProfessionalService } from '@tapaamo/professional';
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
 *
 * @returns Ends the sessions' own connections.
 */
export function useStaffSessions(
  server: Express,
  config: Config,
  professionals: ProfessionalService,
  logger: Logger,
): () => Promise<void> {
  const pool = new pg.Pool({
    connectionString: config.DATABASE_URL,
    max: 3,
    connectionTimeoutMillis: 2_000,
  });
  pool.on('error', (error) => logger.warn('database.connection-lost', {}, error));
  const PgStore = connectPgSimple(session);
  const store = new PgStore({
    pool,
    tableName: 'staff_session',
    pruneSessionInterval: 900,
    errorLog: () => logger.warn('sign-in.session-store-failed'),
  });
  useLocalStrategy(professionals);
  // Cookies are Secure; a browser takes them over https and from localhost. express-session asks this header.
  server.use('/api', (request: Request, _response: Response, next: NextFunction) => {
    request.headers['x-forwarded-proto'] = 'https';
    next();
  });
  server.use(
    '/api',
    session({
      name: STAFF_COOKIE,
      secret: config.SESSION_SECRET,
      store,
      proxy: true,
      resave: false,
      rolling: true,
      saveUninitialized: false,
      unset: 'destroy',
      cookie: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: IDLE_MS },
    }),
    passport.initialize(),
    passport.session() as RequestHandler,
  );
  return async () => {
    store.close();
    await pool.end();
  };
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

function actorOf(found: {
  id: string;
  organisationId: string;
  role: 'professional' | 'admin';
}): Express.User {
  return { professionalId: found.id, organisationId: found.organisationId, role: found.role };
}
