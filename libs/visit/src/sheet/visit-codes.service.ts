import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';
import { CodeMalformedError } from '../door/door.errors.js';
import { ForgottenLink } from '../door/forgotten-link.entity.js';
import { codeOf, groupedCode, readCode } from './code-letters.js';
import { VisitCode } from './visit-code.entity.js';

const KEY_BYTES = 32;

/** Who a code belongs to, and what is stored of it. */
export type CodeHolder = Pick<VisitCode, 'participantId' | 'organisationId' | 'codeHash'>;

/**
 * Codes that people type where they have no link to press. A code comes out of the visit's data key as the link does, and
 * is another for each link. It is shorter than a link's secret, so what is stored of it is made with ACCOUNT_SECRET: a stolen
 * database tells nothing about it, however many codes are tried.
 */
@Injectable()
export class VisitCodes {
  /** The present key, and the one before it while that is known. */
  readonly #keys: readonly Buffer[];

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {
    const secrets = [config.ACCOUNT_SECRET, config.ACCOUNT_SECRET_PREVIOUS];
    this.#keys = secrets.filter((secret) => secret !== '').map(keyOf);
  }

  /**
   * The code of a participant's present link, which opens their door from now on.
   *
   * @returns As it is printed.
   * @throws VaultSealedError
   */
  async activate(
    tx: EntityManager,
    { id, visitId, organisationId }: Pick<Participant, 'id' | 'visitId' | 'organisationId'>,
    generation: number,
  ): Promise<string> {
    const place = { table: 'visit_code', rowId: id };
    const code = codeOf(await this.vault.secretFor(tx, visitId, place, generation));
    const [key] = this.#keys;
    if (key === undefined) {
      throw new Error('ACCOUNT_SECRET is empty.');
    }
    const row = { participantId: id, organisationId, codeHash: hashOf(key, code) };
    await tx.upsert(VisitCode, { ...row, createdAt: this.clock.now() }, ['participantId']);
    return groupedCode(code);
  }

  /**
   * Whose code somebody typed, or when it was forgotten; null for one that was never printed, or is not good any more.
   *
   * @throws CodeMalformedError (`visit-code.unknown`)
   */
  async read(typed: string): Promise<CodeHolder | ForgottenLink | null> {
    const code = readCode(typed);
    if (code === null) {
      throw new CodeMalformedError();
    }
    for (const key of this.#keys) {
      const hash = hashOf(key, code);
      const row = await this.#holder(hash);
      if (row !== null) {
        return row;
      }
    }
    return null;
  }

  async #holder(hash: Buffer): Promise<CodeHolder | ForgottenLink | null> {
    const holder = await this.scope.holding({ kind: 'visit_code', hash }, (tx) =>
      tx.findOneBy(VisitCode, { codeHash: hash }),
    );
    return (
      holder ??
      this.scope.holding({ kind: 'link', hash }, (tx) =>
        tx.findOneBy(ForgottenLink, { linkHash: hash }),
      )
    );
  }
}

function hashOf(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'tapaamo visit codes', KEY_BYTES));
}
