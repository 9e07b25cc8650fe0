import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
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
  | 'checking the audit logs'
  | 'reading calendars'
  | 'telling record systems'
  | 'administering the installation';

/** The scope of every organisation. */
const INSTALLATION = 'installation';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Opens transactions that see what their caller may see and nothing else. PostgreSQL holds to it by row-level security:
 * outside of these transactions no row of an organisation is visible at all (libs/database README).
 */
@Injectable()
export class OrganisationScope {
  constructor(private readonly dataSource: DataSource) {}

  /** A transaction in which one organisation's rows exist. */
  async of<T>(organisationId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (!UUID.test(organisationId)) {
      throw new Error('An organisation is named by its id.');
    }
    return this.#within('tapaamo.organisation', organisationId, work);
  }

  /** A transaction in which the one row exists whose key the caller holds. It tells the organisation; then `of`. */
  async holding<T>(held: HeldKey, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const value = 'text' in held ? held.text : bytesOf(held).toString('hex');
    return this.#within(`tapaamo.${held.kind}`, value, work);
  }

  /** A transaction that sees every organisation's rows, for the few acts that are the installation's own. */
  async everywhere<T>(_act: InstallationAct, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.#within('tapaamo.scope', INSTALLATION, work);
  }

  /** `SET LOCAL`: the setting ends with the transaction, so a pooled connection carries nothing to the next caller. */
  async #within<T>(
    setting: string,
    value: string,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const end = new TransactionEnd();
    try {
      const result = await this.dataSource.transaction(async (tx) => {
        end.begin(tx);
        // Without values it goes to the server together with the beginning. A secret's hash stays a value: the text of a
        // statement is what a server shows and logs.
        const isPlain = value === INSTALLATION || UUID.test(value);
        const named = isPlain ? `'${setting}', '${value}'` : '$1, $2';
        await tx.query(`SELECT set_config(${named}, true)`, isPlain ? undefined : [setting, value]);
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
