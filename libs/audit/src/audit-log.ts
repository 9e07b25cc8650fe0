import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, Randomness } from '@tapaamo/common';
import {
  AUDIT_EVENTS,
  type AuditDetails,
  type AuditEventName,
  type AuditTargetKind,
} from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import { AuditOrigin } from './audit-origin.js';
import { canonicalJson } from './canonical-json.js';

/** Who does something. `id` is the account's, the participant's or the record system's key's. */
export type AuditActor =
  | { kind: 'staff' | 'client' | 'record-system'; id: string }
  | { kind: 'operator' | 'system' | 'unknown' };

/** What is told of one act. */
export interface AuditRecord<Event extends AuditEventName> {
  organisationId: string;
  actor: AuditActor;
  event: Event;
  target?: { kind: AuditTargetKind; id: string };
  /** Visits it is about, besides one that is the target. */
  visits?: readonly string[];
  details: AuditDetails<Event>;
}

/** Who acts, and in which organisation. */
type Acting = Pick<AuditRecord<AuditEventName>, 'organisationId' | 'actor'>;

/** A member of staff as actor, with their organisation; or the record system that acts in their place. */
export function byStaff({
  organisationId,
  professionalId,
  recordKeyId,
}: Pick<StaffActor, 'organisationId' | 'professionalId' | 'recordKeyId'>): Acting {
  return recordKeyId === undefined
    ? { organisationId, actor: { kind: 'staff', id: professionalId } }
    : byRecordSystem({ organisationId, keyId: recordKeyId });
}

/** A record system as actor, by its key. */
export function byRecordSystem({
  organisationId,
  keyId,
}: {
  organisationId: string;
  keyId: string;
}): Acting {
  return { organisationId, actor: { kind: 'record-system', id: keyId } };
}

/** Tells who did or looked at what. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly origin: AuditOrigin,
  ) {}

  /**
   * Adds an entry that exists exactly when its transaction commits. It holds the organisation's chain until then, so it
   * comes last in a transaction, after every other lock.
   */
  async append<Event extends AuditEventName>(
    tx: EntityManager,
    record: AuditRecord<Event>,
  ): Promise<void> {
    const { organisationId, actor, event, target } = record;
    const details = AUDIT_EVENTS[event].parse(record.details);
    const from = this.origin.current();
    await tx.query('SELECT audit_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
      organisationId,
      this.randomness.uuid(),
      this.clock.now(),
      actor.kind,
      idOf(actor),
      event,
      target?.kind,
      target?.id,
      visitsOf(record),
      // Where a client is tells where they live: it is not kept.
      actor.kind === 'client' ? null : from?.network,
      from?.correlationId,
      canonicalJson(details),
    ]);
  }
}

function idOf(actor: AuditActor): string | null {
  return 'id' in actor ? actor.id : null;
}

function visitsOf({ target, visits = [] }: AuditRecord<AuditEventName>): string[] {
  return [...new Set(target?.kind === 'visit' ? [target.id, ...visits] : visits)];
}
