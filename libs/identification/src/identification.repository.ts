import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import {
  arrivalFindingOf,
  verdictSchema,
  type AuditDetails,
  type Representation,
  type Verdict,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { TransactionOwner } from './transaction/identification-transaction.repository.js';
import { IdentificationAttempts } from './attempts/identification-attempts.js';
import type { Finding } from './comparison/finding.js';
import {
  verdictAtTheDoor,
  type FoundBySession,
  type VerdictAtTheDoor,
} from './comparison/verdict-at-the-door.js';
import { IdentificationLockedError } from './identification.errors.js';
import type { IdentifiedPerson } from './relying-party/identified-person.js';
import { HandBackRow } from './hand-back/hand-back.entity.js';
import { IdentificationRow, type SealedIdentification } from './identification.entity.js';
import { providerSessionHash } from './sign-out/provider-session.js';

type Refusal = AuditDetails<'identification.failed'>['reason'];

/** What is kept of a completed identification. */
export interface KeptIdentification {
  sealed: SealedIdentification;
  /** Hash of the provider's session, which ends ours. */
  endedBy: Buffer | null;
}

/** Completed identifications: the verdict only, sealed with the visit's key. */
@Injectable()
export class IdentificationRepository {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: AuditLog,
    readonly attempts: IdentificationAttempts,
  ) {}

  /** What is kept of a person who was just identified: the verdict, and by what the provider can end it. */
  keptOf(finding: Finding, person: IdentifiedPerson): KeptIdentification {
    const { assurance, method, issuer, providerSession } = person;
    const identifiedAt = this.clock.now().toISOString();
    return {
      sealed: { ...finding, assurance, identifiedAt, method },
      endedBy: providerSession && providerSessionHash(issuer, providerSession.reveal()),
    };
  }

  /** One transaction of whoever identified. */
  async within<T>(
    { organisationId }: TransactionOwner,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.scope.of(organisationId, work);
  }

  /**
   * Stores the verdict of a session; an earlier one of the same session is replaced.
   *
   * @param handedBack - Whether it came back in another browser.
   * @throws VaultSealedError (`vault.sealed`) when the visit is forgotten or due.
   */
  async store(
    tx: EntityManager,
    { organisationId, visitId, participantId, sessionId }: TransactionOwner,
    { sealed, endedBy }: KeptIdentification,
    handedBack: boolean,
  ): Promise<void> {
    const id = this.randomness.uuid();
    const envelope = await this.vault.seal(tx, visitId, placeOf(id), sealed);
    // One statement, because two tabs of one session may come back at the same time.
    await tx.query(
      `INSERT INTO identification (id, visit_id, participant_id, session_id, envelope, created_at, organisation_id,
         provider_session_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (session_id) DO UPDATE SET id = excluded.id, visit_id = excluded.visit_id,
         participant_id = excluded.participant_id, envelope = excluded.envelope,
         created_at = excluded.created_at, provider_session_hash = excluded.provider_session_hash`,
      [id, visitId, participantId, sessionId, envelope, this.clock.now(), organisationId, endedBy],
    );
    // Whatever had come back elsewhere for this session is answered by this.
    await tx.delete(HandBackRow, { sessionId });
    const owner = { organisationId, visitId, participantId, sessionId };
    await this.attempts.found(tx, owner, arrivalFindingOf(sealed));
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'client', id: participantId },
      event: 'identification.succeeded',
      target: { kind: 'visit', id: visitId },
      details: handedBack ? { handedBack } : {},
    });
  }

  /** Tells the audit log that an identification did not succeed. @param by - As in `tellRefusal`. */
  async noteRefusal(
    owner: TransactionOwner,
    reason: Refusal,
    by: 'client' | 'unknown',
  ): Promise<void> {
    await this.scope.of(owner.organisationId, (tx) => this.tellRefusal(tx, owner, reason, by));
  }

  /**
   * The same within a transaction.
   *
   * @param by - Whose act it was: in another browser than the client's it may be anybody's.
   */
  async tellRefusal(
    tx: EntityManager,
    { organisationId, visitId, participantId }: Omit<TransactionOwner, 'sessionId'>,
    reason: Refusal,
    by: 'client' | 'unknown',
  ): Promise<void> {
    await this.audit.append(tx, {
      organisationId,
      actor: by === 'client' ? { kind: by, id: participantId } : { kind: by },
      event: 'identification.failed',
      target: { kind: 'visit', id: visitId },
      details: { reason },
    });
  }

  /** Tells the audit log that an identification came back in another browser, whosoever that is. */
  async tellReturn(
    tx: EntityManager,
    { organisationId, visitId }: Omit<TransactionOwner, 'sessionId'>,
  ): Promise<void> {
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'unknown' },
      event: 'identification.returned-elsewhere',
      target: { kind: 'visit', id: visitId },
      details: {},
    });
  }

  /** Counts an attempt of somebody whom the provider identified too weakly. */
  async noteFailure(owner: TransactionOwner): Promise<void> {
    await this.scope.of(owner.organisationId, (tx) => this.attempts.failed(tx, owner));
  }

  /** Keeps that the provider failed while this session wanted to identify. */
  async noteOutage(owner: TransactionOwner): Promise<void> {
    await this.scope.of(owner.organisationId, (tx) => this.attempts.sawOutage(tx, owner));
  }

  /** @throws IdentificationLockedError (`identification.locked`) */
  async requireUnlocked({ organisationId, participantId }: TransactionOwner): Promise<void> {
    const isLocked = await this.scope.of(organisationId, (tx) =>
      this.attempts.isLocked(tx, participantId),
    );
    if (isLocked) {
      throw new IdentificationLockedError();
    }
  }

  /** Notes whether a guardian may act for the child; nothing when the session has no identification any more. */
  async noteRepresentation(
    { organisationId, visitId, participantId, sessionId }: TransactionOwner,
    result: Representation,
  ): Promise<void> {
    await this.scope.of(organisationId, async (tx) => {
      if (!(await this.#add(tx, { visitId, sessionId }, { representation: result }))) {
        return;
      }
      await this.audit.append(tx, {
        organisationId,
        actor: { kind: 'client', id: participantId },
        event: 'representation.checked',
        target: { kind: 'visit', id: visitId },
        details: {},
      });
    });
  }

  /**
   * The verdicts of a visit. One person may stand at the door with several devices, so each is the session's own.
   *
   * @returns By door session; one that has not identified, or whose verdict cannot be opened, is not in it: the
   *   professional then sees "not identified" and still reaches the client.
   */
  async verdictsOf(tx: EntityManager, visitId: string): Promise<Map<string, Verdict>> {
    const found = [...(await this.findingsOf(tx, { visitId }))];
    return new Map(found.map(([session, finding]) => [session, verdictSchema.parse(finding)]));
  }

  /** Verdicts with the kind of means, by door session; without those that cannot be opened. */
  async findingsOf(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<Map<string, SealedIdentification>> {
    const opened = await this.#opened(tx, whose);
    return new Map(opened.map(({ sessionId, finding }) => [sessionId, finding]));
  }

  /** What the door found of people, by their ids: of all browsers that came by somebody's link. */
  async verdictsAtTheDoor(
    tx: EntityManager,
    visitId: string,
    people: readonly { id: string; sessionId: string | null }[],
  ): Promise<Map<string, VerdictAtTheDoor>> {
    const all = await this.#opened(tx, { visitId });
    const byLink = Map.groupBy(all, ({ participantId }) => participantId);
    return new Map(
      people.flatMap(({ id, sessionId }) => {
        const found = verdictAtTheDoor(sessionId, byLink.get(id) ?? []);
        return found === null ? [] : [[id, found] as const];
      }),
    );
  }

  async #opened(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<FoundBySession[]> {
    const { visitId } = whose;
    const rows = await tx.findBy(IdentificationRow, whose);
    const open = await this.vault.opener(tx, [visitId]);
    return rows.flatMap(({ id, participantId, sessionId, envelope }) => {
      const sealed = open<SealedIdentification>(visitId, placeOf(id), envelope);
      return sealed === null
        ? []
        : [{ participantId, sessionId, finding: { ...comparedByName(sealed), ...sealed } }];
    });
  }

  /** Whether this session has a completed identification, whatever the verdict. */
  async exists(tx: EntityManager, sessionId: string): Promise<boolean> {
    return tx.existsBy(IdentificationRow, { sessionId });
  }

  /** Notes that another identity code is booked by now than this session was compared with. */
  async noteCodeChanged(tx: EntityManager, visitId: string, sessionId: string): Promise<void> {
    await this.#add(tx, { visitId, sessionId }, { codeChanged: true });
  }

  /** Adds to the verdict of a session. @returns Whether there is one. */
  async #add(
    tx: EntityManager,
    whose: Pick<TransactionOwner, 'visitId' | 'sessionId'>,
    more: Partial<SealedIdentification>,
  ): Promise<boolean> {
    const { visitId } = whose;
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.findOne(IdentificationRow, { where: whose, lock });
    if (row === null) {
      return false;
    }
    const place = placeOf(row.id);
    const sealed = await this.vault.open<SealedIdentification>(tx, visitId, place, row.envelope);
    const envelope = await this.vault.seal(tx, visitId, place, { ...sealed, ...more });
    await tx.update(IdentificationRow, { id: row.id }, { envelope });
    return true;
  }
}

function placeOf(id: string): { table: string; rowId: string } {
  return { table: 'identification', rowId: id };
}

/** Verdicts of before codes were booked do not say by what they came about: by name. */
function comparedByName({ result }: SealedIdentification): Omit<Finding, 'result'> {
  return { basis: 'name', nameDiffers: result !== 'same-person', birthDateDiffers: false };
}
