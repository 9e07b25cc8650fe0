import { randomBytes, randomUUID } from 'node:crypto';
import type { TestPerson } from '../test-persons.js';

/** Most sessions that are remembered; the oldest go first. */
const SESSIONS_MAX = 200;

/** One guardian's choice of whom they act for. */
export interface MandateSession {
  sessionId: string;
  userId: string;
  /** Henkilötunnus of the guardian. */
  guardian: string;
  /** Code for one use, after the choice. */
  code?: string;
  redirectUri?: string;
  accessToken?: string;
  child?: TestPerson;
}

/** Sessions of the fake e-Authorizations, in memory. */
export class MandateSessions {
  readonly #sessions: MandateSession[] = [];

  /** Begins one for a guardian. */
  begin(guardian: string): MandateSession {
    const session = { sessionId: randomUUID(), userId: randomUUID(), guardian };
    this.#sessions.push(session);
    if (this.#sessions.length > SESSIONS_MAX) {
      this.#sessions.shift();
    }
    return session;
  }

  /** Whose choice page it is. */
  ofUser(userId: string): MandateSession | undefined {
    return this.#sessions.find((session) => session.userId === userId);
  }

  /** Notes the choice. @returns The code to go back with. */
  choose(session: MandateSession, child: TestPerson, redirectUri: string): string {
    const code = randomBytes(16).toString('hex');
    Object.assign(session, { code, child, redirectUri });
    return code;
  }

  /** Gives a token for a code, once and only to where the code went. */
  exchange(code: string, redirectUri: string): string | undefined {
    const session = this.#sessions.find((each) => each.code === code);
    delete session?.code;
    if (session?.redirectUri !== redirectUri) {
      return undefined;
    }
    session.accessToken = randomUUID();
    return session.accessToken;
  }

  /** The session that a token opens. */
  opened(sessionId: string, accessToken: string): MandateSession | undefined {
    return this.#sessions.find(
      (session) => session.sessionId === sessionId && session.accessToken === accessToken,
    );
  }
}
