import { Injectable } from '@nestjs/common';
import { Clock, Randomness, hashSecret } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';
import type { StaffRef } from '../session/staff-changes.js';
import { RecoveryCode } from './recovery-code.entity.js';

const HOW_MANY = 10;

/** Letters and digits that are not taken for each other (Crockford's Base32): 32, so that a byte's five bits choose one. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Sixteen of five bits: 80 bits, which a plain hash keeps. */
const LENGTH = 16;

/** Codes for whoever lost their generator: shown once, kept as hashes, each good for one sign-in. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Makes new ones; those before are void. @returns The codes, for the only time. */
  async make(tx: EntityManager, { organisationId, professionalId }: StaffRef): Promise<string[]> {
    const codes = Array.from({ length: HOW_MANY }, () => this.#newCode());
    await tx.delete(RecoveryCode, { professionalId });
    await tx.insert(
      RecoveryCode,
      codes.map((code) => ({
        codeHash: hashOf(professionalId, code),
        organisationId,
        professionalId,
        createdAt: this.clock.now(),
      })),
    );
    return codes;
  }

  /** Uses a code up. @returns False when it is none of theirs. */
  async use(tx: EntityManager, { professionalId }: StaffRef, code: string): Promise<boolean> {
    const codeHash = hashOf(professionalId, code);
    return (await tx.delete(RecoveryCode, { codeHash, professionalId })).affected === 1;
  }

  #newCode(): string {
    const letters = [...this.randomness.bytes(LENGTH)].map((byte) => ALPHABET[byte % 32]);
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
  }
}

/** Typed in capitals, without dashes, or with the letters that were left out: all the same code. */
function hashOf(professionalId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  return hashSecret('recovery-code', `${professionalId}|${plain}`);
}
