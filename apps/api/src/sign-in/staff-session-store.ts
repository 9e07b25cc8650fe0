import type { NewStaffSession, StaffSession, StaffSessionService } from '@tapaamo/professional';
import { SESSION_IDLE_MS } from '@tapaamo/professional';
import { Store, type SessionData } from 'express-session';

/** What a request knows of its session: whose it is and which, and when they last proved who they are. */
export interface OpenSession {
  organisationId: string;
  professionalId: string;
  sessionId: string;
  /** ISO 8601: sessions are compared as JSON. */
  confirmedAt: string;
}

declare module 'express-session' {
  interface SessionData {
    /** Kept by passport: one that is being opened, or one that was found. */
    passport?: { user?: NewStaffSession | OpenSession };
  }
}

/** Attributes of the cookie. */
export const COOKIE = {
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  path: '/',
  originalMaxAge: SESSION_IDLE_MS,
} as const;

/**
 * Lets express-session keep its sessions in our own table. A session holds nothing but what the table has columns for,
 * and one of nobody is not kept.
 */
export class StaffSessionStore extends Store {
  constructor(private readonly sessions: StaffSessionService) {
    super();
  }

  override get(secret: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.#find(secret).then(
      (session) => done(null, session),
      (error: unknown) => done(error),
    );
  }

  override set(secret: string, session: SessionData, done: (error?: unknown) => void): void {
    this.#open(secret, session).then(() => done(), done);
  }

  override destroy(secret: string, done: (error?: unknown) => void): void {
    this.sessions.end(secret).then(() => done(), done);
  }

  async #find(secret: string): Promise<SessionData | null> {
    const found = await this.sessions.find(secret);
    if (found === null) {
      return null;
    }
    return { cookie: { ...COOKIE }, passport: { user: openSession(found) } };
  }

  /** Found sessions do not change, and express-session saves a new one twice: neither is opened again. */
  async #open(secret: string, { passport }: SessionData): Promise<void> {
    if (passport?.user !== undefined && !('sessionId' in passport.user)) {
      passport.user = openSession(await this.sessions.open(secret, passport.user));
    }
  }
}

function openSession({
  organisationId,
  professionalId,
  id,
  confirmedAt,
}: StaffSession): OpenSession {
  return {
    organisationId,
    professionalId,
    sessionId: id,
    confirmedAt: confirmedAt.toISOString(),
  };
}
