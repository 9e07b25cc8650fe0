import { randomUUID } from 'node:crypto';
import { claimsOf, type PersonClaims, type TestPerson } from './test-persons.js';

/** Most persons that are remembered; a token is made seconds after its sign-in. */
const PERSONS_MAX = 500;

/** Who signed in lately, under a fresh random subject each time, as the trust network's `sub` is transient. */
export class SignedInPersons {
  readonly #claims = new Map<string, PersonClaims>();

  /** @returns The subject of this one sign-in. */
  add(person: TestPerson): string {
    const subject = randomUUID();
    this.#claims.set(subject, claimsOf(person));
    const [oldest] = this.#claims.keys();
    if (this.#claims.size > PERSONS_MAX && oldest !== undefined) {
      this.#claims.delete(oldest);
    }
    return subject;
  }

  /** Claims of a subject; undefined when it is not known any more. */
  claimsOf(subject: string): PersonClaims | undefined {
    return this.#claims.get(subject);
  }
}
