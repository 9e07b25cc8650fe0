import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ServingGate } from './restore/serving-gate.js';
import { TransactionEnd } from './transaction-end.js';

/**
 * What a caller may hold instead of an organisation: the key of one row, which then is all that can be seen.
 * A hash for secrets (`link`, `door_session`, `identification_state`, `provider_session`, `hand_back`, `invitation`, `sign_in_state`, `staff_session`, `calendar_feed`,
 * `visit_code`, `message_receipt`, `record_key`), the credential's id for a `passkey`, the plain text for `sign_in_domain`, `staff_email` (lower case both) and `staff_id`.
 */
export type HeldKey =
  | {
      kind:
        | 'link'
        | 'door_session'
        | 'identification_state'
        | 'provider_session'
        | 'hand_back'
        | 'invitation'
        | 'sign_in_state'
        | 'staff_session'
        | 'calendar_feed'
        | 'message_receipt'
        | 'record_key'
        | 'visit_code';
      hash: Buffer;
    }
  | { kind: 'passkey'; credentialId: Buffer }
  | { kind: 'sign_in_domain' | 'staff_email' | 'staff_id'; text: string };

/** Why somebody must look across organisations. Every use is listed in test/conventions. */
export type InstallationAct =
  | 'forgetting what is due'
  | 'delivering messages'
  | 'ending overdue visits'
  | 'reckoning due instants anew'
  | 'checking the audit logs'
  | 'reading calendars'
  | 'telling record systems'
  | 'administering the installation'
  | 'reconciling a restore'
  | 'reviewing holds';

/** Why somebody must see a visit that is due to be forgotten. Every use is listed in test/conventions. */
export type DueAct =
  | 'forgetting what is due'
  | 'ending overdue visits'
  | 'counting what is late'
  | 'reckoning due instants anew'
  | 'reconciling a restore'
  | 'reviewing holds'
  | 'holding a visit'
  | 'telling what is held';

const DUE_ACTS: readonly (InstallationAct | DueAct)[] = [
  'forgetting what is due',
  'ending overdue visits',
  'counting what is late',
  'reckoning due instants anew',
  'reconciling a restore',
  'reviewing holds',
  'holding a visit',
  'telling what is held',
] satisfies DueAct[];

/** Keys of which a holder is told that their visit is being forgotten. */
const TOLD_KINDLY: readonly HeldKey['kind'][] = ['link', 'visit_code'];

/** Before any due instant: then none is due. */
const BEFORE_ALL = '-infinity';

/** The scope of every organisation. */
const INSTALLATION = 'installation';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Opens transactions that see what their caller may see and nothing else. PostgreSQL holds to it by row-level security:
 * outside of these transactions no row of an organisation is visible at all (libs/database README).
 */
@Injectable()
export class OrganisationScope {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly gate: ServingGate,
  ) {}

  /**
   * A transaction in which one organisation's rows exist. What is due to be forgotten as it begins is not there.
   *
   * @param act - Why what is due must be seen all the same.
   */
  async of<T>(
    organisationId: string,
    work: (tx: EntityManager) => Promise<T>,
    act?: DueAct,
  ): Promise<T> {
    if (!UUID.test(organisationId)) {
      throw new Error('An organisation is named by its id.');
    }
    this.#passGate(act);
    const seesDue = act !== undefined;
    return this.#within({ setting: 'organisation', value: organisationId, seesDue }, work);
  }

  /** A transaction in which the one row exists whose key the caller holds. It tells the organisation; then `of`. */
  async holding<T>(held: HeldKey, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    this.#passGate();
    const value = 'text' in held ? held.text : bytesOf(held).toString('hex');
    const seesDue = TOLD_KINDLY.includes(held.kind);
    return this.#within({ setting: held.kind, value, seesDue }, work);
  }

  /** A transaction that sees every organisation's rows, for the few acts that are the installation's own. */
  async everywhere<T>(act: InstallationAct, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    this.#passGate(act);
    const seesDue = DUE_ACTS.includes(act);
    return this.#within({ setting: 'scope', value: INSTALLATION, seesDue }, work);
  }

  /** Before a restore is reconciled nobody sees anything, but who reconciles it. */
  #passGate(act?: InstallationAct | DueAct): void {
    if (act !== 'reconciling a restore') {
      this.gate.assertOpen();
    }
  }

  /** Set until the transaction ends, so that a pooled connection carries nothing to the next caller. */
  async #within<T>(
    { setting, value, seesDue }: { setting: string; value: string; seesDue: boolean },
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const now = seesDue ? BEFORE_ALL : this.clock.now().toISOString();
    const end = new TransactionEnd();
    try {
      const result = await this.dataSource.transaction(async (tx) => {
        end.begin(tx);
        // Without values it goes to the server together with the beginning. A secret's hash stays a value: the text of a
        // statement is what a server shows and logs.
        const isPlain = value === INSTALLATION || UUID.test(value);
        const named = isPlain ? `'tapaamo.${setting}', '${value}'` : '$1, $2';
        await tx.query(
          `SELECT set_config(${named}, true), set_config('tapaamo.now', '${now}', true)`,
          isPlain ? undefined : [`tapaamo.${setting}`, value],
        );
        const done = await work(tx);
        end.noteWorkDone();
        return done;
      });
      await end.committed();
      return result;
    } catch (error) {
      await end.failed();
      throw error;
    }
  }
}

function bytesOf(held: Exclude<HeldKey, { text: string }>): Buffer {
  return 'hash' in held ? held.hash : held.credentialId;
}
