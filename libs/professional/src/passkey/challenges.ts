import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { UsedChallenge } from './used-challenge.entity.js';
import { CHALLENGE_MS } from './web-authn.js';

/** A challenge as the browser brought it back, sealed. */
export interface Challenge {
  id: string;
  /** As the device has signed it; base64url. */
  challenge: string;
}

/** Lets each challenge be answered once. The browser holds it until then; only who answered rightly leaves a row. */
@Injectable()
export class Challenges {
  constructor(private readonly clock: Clock) {}

  /** Decided by the database: of two answers to one challenge the second finds it used. @returns False when it was. */
  async use(tx: EntityManager, organisationId: string, { id }: Challenge): Promise<boolean> {
    const now = this.clock.now();
    await tx.delete(UsedChallenge, { organisationId, expiresAt: LessThanOrEqual(now) });
    const expiresAt = new Date(now.getTime() + CHALLENGE_MS);
    const { raw } = (await tx
      .createQueryBuilder()
      .insert()
      .into(UsedChallenge)
      .values({ id, organisationId, expiresAt })
      .orIgnore()
      .returning('id')
      .execute()) as { raw: unknown[] };
    return raw.length === 1;
  }
}
