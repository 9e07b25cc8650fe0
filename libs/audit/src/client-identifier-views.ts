import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { AuditDetails } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { AuditLog, byStaff } from './audit-log.js';

/** What is shown to the same person in the same place again within this time is the same act of looking. */
const ONE_ACT_MS = 10 * 60_000;

/** Acts that are remembered; past it the oldest are told anew. */
const REMEMBERED = 50_000;

/** What was read, and whose identifiers were opened for it. */
interface Read<Answer> {
  answer: Answer;
  visitIds: readonly string[];
}

/**
 * Shows clients' identifiers to staff and tells the audit log so, in one transaction: what is not told is not shown.
 * A page that reads itself anew is one act, so one entry names every visit that came into view.
 */
@Injectable()
export class ClientIdentifierViews {
  /** When an act ends, by actor, place and visit; oldest first. */
  readonly #acts = new Map<string, number>();

  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param read - Reads in the actor's organisation. */
  async show<Answer>(
    actor: StaffActor,
    place: AuditDetails<'client-identifiers.viewed'>['place'],
    read: (tx: EntityManager) => Promise<Read<Answer>>,
  ): Promise<Answer> {
    const prefix = `${actor.professionalId}|${place}|`;
    const now = this.clock.nowMs();
    const [answer, shown] = await this.scope.of(actor.organisationId, async (tx) => {
      const found = await read(tx);
      const visits = found.visitIds.filter((id) => (this.#acts.get(prefix + id) ?? 0) <= now);
      if (visits.length > 0) {
        const details = { place, count: visits.length };
        const event = 'client-identifiers.viewed';
        await this.audit.append(tx, { ...byStaff(actor), event, visits, details });
      }
      return [found.answer, visits];
    });
    // Only now: what was rolled back was neither told nor shown.
    for (const id of shown) {
      this.#remember(prefix + id, now + ONE_ACT_MS);
    }
    return answer;
  }

  #remember(act: string, until: number): void {
    this.#acts.delete(act);
    this.#acts.set(act, until);
    const [oldest] = this.#acts.keys();
    if (this.#acts.size > REMEMBERED && oldest !== undefined) {
      this.#acts.delete(oldest);
    }
  }
}
