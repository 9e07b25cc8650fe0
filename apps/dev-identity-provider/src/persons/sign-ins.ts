import { randomUUID } from 'node:crypto';
import type { Method } from '../conduct/dialects.js';
import type { TestPerson } from '../test-persons.js';

/** Most sign-ins that are remembered; a token is made seconds after its sign-in. */
const SIGN_INS_MAX = 500;

/** One person's sign-in. */
export interface SignIn {
  person: TestPerson;
  method: Method;
  /** The provider's session; ID tokens carry it so that a sign-out elsewhere finds the relying party's. */
  sessionId: string;
}

/** Who signed in lately, under a fresh random subject each time, as the trust network's `sub` is transient. */
export class SignIns {
  readonly #signIns = new Map<string, SignIn>();

  /** @returns The subject of this one sign-in. */
  add(person: TestPerson, method: Method): string {
    const subject = randomUUID();
    this.#signIns.set(subject, { person, method, sessionId: randomUUID() });
    const [oldest] = this.#signIns.keys();
    if (this.#signIns.size > SIGN_INS_MAX && oldest !== undefined) {
      this.#signIns.delete(oldest);
    }
    return subject;
  }

  /** Sign-in of a subject; undefined when it is not known any more. */
  find(subject: string): SignIn | undefined {
    return this.#signIns.get(subject);
  }

  /** The latest sign-ins, newest first. */
  latest(count: number): SignIn[] {
    return [...this.#signIns.values()].slice(-count).reverse();
  }

  /** Forgets a sign-in by its session. */
  end(sessionId: string): void {
    for (const [subject, signIn] of this.#signIns) {
      if (signIn.sessionId === sessionId) {
        this.#signIns.delete(subject);
      }
    }
  }
}
