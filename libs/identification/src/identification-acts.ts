import type { BrowserKind, Language, Verdict } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import type { BookedPerson, OtherBookedPerson } from './comparison/booked-person.js';
import type { NewHandBack } from './hand-back/hand-back.service.js';
import type { IdentifiedPerson } from './relying-party/identified-person.js';
import type {
  AskingBrowser,
  TransactionOwner,
} from './transaction/identification-transaction.repository.js';

/** Beginning of an identification. */
export interface StartIdentification extends TransactionOwner, AskingBrowser {
  /** Language of the provider's pages. */
  language: Language;
}

/** Opens whom a visit is booked for, once everything else is in order, so that they are opened for nobody else. */
export interface BookedPersons {
  /** Whose link it is. Holds the visit until the transaction ends: what is booked cannot change before the verdict is kept. */
  of(tx: EntityManager, owner: TransactionOwner): Promise<BookedPerson>;
  /** Who else is asked to the visit. */
  othersOf(tx: EntityManager, owner: TransactionOwner): Promise<OtherBookedPerson[]>;
}

/** Return of a person from the identity provider. */
export interface CompleteIdentification {
  /** Address that was asked for; only its query is used. */
  callbackUrl: URL;
  /** `hashSecret('browser', cookie)` of the browser that came back. */
  browserHash: Buffer;
  /** What that browser tells of itself. */
  browser: BrowserKind;
  booked: BookedPersons;
  /**
   * Gives the session of the browser that it began in another cookie, in the transaction that keeps the verdict: whoever
   * copied the earlier one never has one that is identified.
   *
   * @returns The new secret; null when another tab, which came back at the same moment, has just got one.
   */
  renew: (tx: EntityManager, owner: TransactionOwner) => Promise<string | null>;
  /** Tells the professional's page that there is something to see, when the transaction commits. */
  announce: (tx: EntityManager, owner: TransactionOwner) => Promise<void>;
}

/** Whose identification it was; with what the browser is given that it came back in, when it began in another one. */
export interface CompletedIdentification extends TransactionOwner {
  /** Who identified, for what is asked of a register in the same breath, and never kept. */
  identified: Pick<IdentifiedPerson, 'hetu'> & Pick<Verdict, 'result'>;
  /** For the cookie of the browser that it began in; null where that one keeps what it has. */
  secret: string | null;
  handBack?: NewHandBack;
}
