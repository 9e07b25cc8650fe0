import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock, Randomness, networkOf } from '@tapaamo/common';
import type { NewPasskey, PasskeyProof } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { EntityManager } from 'typeorm';
import type { Professional } from '../professional.entity.js';
import { TooManySignInAttemptsError } from '../professional.errors.js';
import { ProfessionalService } from '../professional.service.js';
import type { StaffRef } from '../session/staff-changes.js';
import { Challenges, type Challenge } from './challenges.js';
import { Passkey } from './passkey.entity.js';
import { PasskeyRefusedError, WrongPasskeyError } from './passkey.errors.js';
import { WebAuthn } from './web-authn.js';

/** Attempts in vain that one network may make with one passkey, and the window in seconds. */
const ATTEMPTS = { points: 10, duration: 5 * 60 } as const;

/** Passkeys of staff: made, and used to sign in or to prove once more who one is. */
@Injectable()
export class Passkeys {
  readonly #attempts = new RateLimiterMemory(ATTEMPTS);

  constructor(
    private readonly scope: OrganisationScope,
    private readonly webAuthn: WebAuthn,
    private readonly challenges: Challenges,
    private readonly professionals: ProfessionalService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** A person's passkeys, the oldest first. */
  async of(tx: EntityManager, { professionalId }: StaffRef): Promise<Passkey[]> {
    return tx.find(Passkey, { where: { professionalId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Gives a person a passkey.
   *
   * @throws PasskeyRefusedError (`passkey.refused`)
   */
  async add(
    tx: EntityManager,
    { organisationId, professionalId }: StaffRef,
    made: NewPasskey & { name: string },
    challenge: Challenge,
  ): Promise<void> {
    const { name, ...device } = made;
    const read = await this.webAuthn.readNew(device, challenge.challenge);
    if (read === null || !(await this.challenges.use(tx, organisationId, challenge))) {
      throw new PasskeyRefusedError();
    }
    const row = { ...read, id: this.randomness.uuid(), organisationId, professionalId, name };
    const { raw } = (await tx
      .createQueryBuilder()
      .insert()
      .into(Passkey)
      .values({ ...row, createdAt: this.clock.now(), lastUsedAt: null })
      .orIgnore()
      .returning('id')
      .execute()) as { raw: unknown[] };
    // Another account has it, perhaps in an organisation that cannot be seen from here.
    if (raw.length !== 1) {
      throw new PasskeyRefusedError();
    }
  }

  /**
   * Whose passkey has answered a challenge.
   *
   * @param from - Network address of the caller; attempts are counted for its network and the passkey together.
   * @param owner - Only this person's will do.
   * @throws WrongPasskeyError (`sign-in.wrong-passkey`), one answer whatever is wrong
   * @throws TooManySignInAttemptsError (`sign-in.too-many-attempts`)
   */
  async prove(
    proof: PasskeyProof,
    challenge: Challenge,
    from: string,
    owner?: StaffRef,
  ): Promise<Professional> {
    const key = `${proof.id}|${networkOf(from)}`;
    await this.#attempts.consume(key).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? new TooManySignInAttemptsError() : refusal;
    });
    const passkey = await this.#find(proof);
    if (passkey === null || (owner ?? passkey).professionalId !== passkey.professionalId) {
      throw new WrongPasskeyError();
    }
    const professional = await this.professionals.find(passkey.professionalId);
    if (professional === null || !(await this.#use(passkey, proof, challenge))) {
      await this.#tellOfFailure(passkey, professional === null ? 'deactivated' : 'wrong-passkey');
      throw new WrongPasskeyError();
    }
    await this.#attempts.delete(key);
    return professional;
  }

  #find({ id }: PasskeyProof): Promise<Passkey | null> {
    const credentialId = Buffer.from(id, 'base64url');
    return this.scope.holding({ kind: 'passkey', credentialId }, (tx) =>
      tx.findOneBy(Passkey, { credentialId }),
    );
  }

  /** The row is locked, so that of two answers with one count of the device the second is refused. */
  async #use(passkey: Passkey, proof: PasskeyProof, challenge: Challenge): Promise<boolean> {
    const { id, organisationId } = passkey;
    return this.scope.of(organisationId, async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const row = await tx.findOne(Passkey, { where: { id }, lock });
      if (row === null || !isOfOwner(proof, row)) {
        return false;
      }
      const used = await this.webAuthn.readUse(proof, challenge.challenge, row);
      if (used === null || !(await this.challenges.use(tx, organisationId, challenge))) {
        return false;
      }
      await tx.update(Passkey, { id }, { ...used, lastUsedAt: this.clock.now() });
      return true;
    });
  }

  async #tellOfFailure(
    { organisationId, professionalId }: StaffRef,
    reason: 'deactivated' | 'wrong-passkey',
  ): Promise<void> {
    await this.scope.of(organisationId, (tx) =>
      this.audit.append(tx, {
        organisationId,
        actor: { kind: 'unknown' },
        event: 'sign-in.failed',
        target: { kind: 'staff', id: professionalId },
        details: { reason },
      }),
    );
  }
}

/** A device that was not told whose passkey to use says itself whose it is (WebAuthn, 7.2, step 6). */
function isOfOwner({ userHandle }: PasskeyProof, { professionalId }: Passkey): boolean {
  return userHandle === null || Buffer.from(userHandle, 'base64url').toString() === professionalId;
}
