import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { Secret, TOTP } from 'otpauth';
import { LessThan, type EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import type { StaffRef } from '../session/staff-changes.js';
import { AccountSecrets } from './account-secrets.js';
import { CodeGenerator } from './code-generator.entity.js';

const PERIOD_SECONDS = 30;

/** Bytes of a generator's secret: as long as the hash (RFC 4226, section 4). */
export const GENERATOR_SECRET_BYTES = 20;

/** One-time codes of generators on telephones (RFC 6238): six digits, thirty seconds, one step of tolerance each way. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly secrets: AccountSecrets,
    private readonly clock: Clock,
  ) {}

  /** The address that a generator reads from a picture. It holds the secret. */
  addressOf(email: string, secret: Buffer): string {
    return totpOf(secret, email).toString();
  }

  /** Gives a person a generator, in place of any before. @returns False when the code is not of it. */
  async add(
    tx: EntityManager,
    { id: professionalId, organisationId }: Professional,
    secret: Buffer,
    code: string,
  ): Promise<boolean> {
    const step = this.#stepOf(secret, code);
    if (step !== null) {
      await tx.delete(CodeGenerator, { professionalId });
      await tx.insert(CodeGenerator, {
        professionalId,
        organisationId,
        sealedSecret: this.secrets.seal(placeOfGenerator(professionalId), secret),
        lastStep: step,
        createdAt: this.clock.now(),
      });
    }
    return step !== null;
  }

  /** Uses a code. @returns False when it is not of the person's generator, or was used, or an older one was not. */
  async use(tx: EntityManager, { professionalId }: StaffRef, code: string): Promise<boolean> {
    const generator = await tx.findOneBy(CodeGenerator, { professionalId });
    const secret =
      generator && this.secrets.open(placeOfGenerator(professionalId), generator.sealedSecret);
    const step = secret && this.#stepOf(secret, code);
    if (step === null) {
      return false;
    }
    // Decided by the database: of two requests with one code the second changes nothing.
    const { affected } = await tx.update(
      CodeGenerator,
      { professionalId, lastStep: LessThan(step) },
      { lastStep: step },
    );
    return affected === 1;
  }

  #stepOf(secret: Buffer, code: string): number | null {
    const timestamp = this.clock.nowMs();
    const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
    return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta;
  }
}

function totpOf(secret: Buffer, label = ''): TOTP {
  return new TOTP({
    issuer: 'Tapaamo',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
}

/** Where a person's secret opens. */
export function placeOfGenerator(professionalId: string): string {
  return `code_generator|${professionalId}|v1`;
}
