import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { verdictSchema, type AuditDetails, type Verdict } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { TransactionOwner } from './transaction/identification-transaction.repository.js';
import { IdentificationRow, type SealedIdentification } from './identification.entity.js';
import type { Finding } from './comparison/finding.js';
import type { IdentifiedPerson } from './relying-party/identified-person.js';
import { providerSessionHash } from './sign-out/provider-session.js';

/** What is kept of a person who identified. */
type KeptOfPerson = Pick<IdentifiedPerson, 'assurance' | 'method' | 'providerSession'>;

/** Completed identifications: the verdict only, sealed with the visit's key. */
@Injectable()
export class IdentificationRepository {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Stores the verdict of a session; an earlier one of the same session is replaced.
   *
   * @throws VaultSealedError (`vault.sealed`) when the visit is forgotten or due.
   */
  async replace(
    { organisationId, visitId, participantId, sessionId }: TransactionOwner,
    finding: Finding,
    { assurance, method, providerSession }: KeptOfPerson,
  ): Promise<void> {
    const id = this.randomness.uuid();
    const identifiedAt = this.clock.now();
    const sealed: SealedIdentification = {
      ...finding,
      assurance,
      identifiedAt: identifiedAt.toISOString(),
      method,
    };
    await this.scope.of(organisationId, async (tx) => {
      const envelope = await this.vault.seal(tx, visitId, placeOf(id), sealed);
      const endedBy =
        providerSession && providerSessionHash(this.config.OIDC_ISSUER, providerSession.reveal());
      // One statement, because two tabs of one session may come back at the same time.
      await tx.query(
        `INSERT INTO identification (id, visit_id, participant_id, session_id, envelope, created_at, organisation_id,
           provider_session_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (session_id) DO UPDATE SET id = excluded.id, visit_id = excluded.visit_id,
           participant_id = excluded.participant_id, envelope = excluded.envelope,
           created_at = excluded.created_at, provider_session_hash = excluded.provider_session_hash`,
        [id, visitId, participantId, sessionId, envelope, identifiedAt, organisationId, endedBy],
      );
      await this.audit.append(tx, {
        organisationId,
        actor: { kind: 'client', id: participantId },
        event: 'identification.succeeded',
        target: { kind: 'visit', id: visitId },
        details: {
          result: finding.result,
          basis: finding.basis,
          assurance,
          birthDateDiffers: finding.birthDateDiffers,
        },
      });
    });
  }

  /** Tells the audit log that an identification did not succeed. */
  async noteRefusal(
    { organisationId, visitId, participantId }: TransactionOwner,
    reason: AuditDetails<'identification.failed'>['reason'],
  ): Promise<void> {
    await this.scope.of(organisationId, (tx) =>
      this.audit.append(tx, {
        organisationId,
        actor: { kind: 'client', id: participantId },
        event: 'identification.failed',
        target: { kind: 'visit', id: visitId },
        details: { reason },
      }),
    );
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
    const { visitId } = whose;
    const rows = await tx.findBy(IdentificationRow, whose);
    const open = await this.vault.opener(tx, [visitId]);
    const findings = new Map<string, SealedIdentification>();
    for (const { id, sessionId, envelope } of rows) {
      const sealed = open<SealedIdentification>(visitId, placeOf(id), envelope);
      if (sealed !== null) {
        findings.set(sessionId, { ...comparedByName(sealed), ...sealed });
      }
    }
    return findings;
  }

  /** Whether this session has a completed identification, whatever the verdict. */
  async exists(tx: EntityManager, sessionId: string): Promise<boolean> {
    return tx.existsBy(IdentificationRow, { sessionId });
  }
}

function placeOf(id: string): { table: string; rowId: string } {
  return { table: 'identification', rowId: id };
}

/** Verdicts of before codes were booked do not say by what they came about: by name. */
function comparedByName({ result }: SealedIdentification): Omit<Finding, 'result'> {
  return { basis: 'name', nameDiffers: result !== 'same-person', birthDateDiffers: false };
}
