import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import type { BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { VISIT_CODE_PATH, levelFor, type Sheet } from '@tapaamo/contracts';
import { OrganisationService, nameOf, type Organisation } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { Participant, type SealedPerson } from '../participant.entity.js';
import { linkedParticipant } from '../telling/linked-participant.js';
import { ParticipantLinks } from '../telling/participant-links.js';
import { VisitRow } from '../visit.entity.js';
import { VisitCodes } from './visit-codes.service.js';

/** The use case "a participant gets their invitation on paper". */
@Injectable()
export class OpenSheetService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly links: ParticipantLinks,
    private readonly codes: VisitCodes,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What stands on the sheet: the link that the participant has, and its code, which is good from now on. Opened again it is
   * the same, until the link is another. It names nobody: paper is left lying about.
   *
   * @param tx - In the actor's organisation.
   * @throws The errors of `linkedParticipant`; VaultSealedError
   */
  async open(
    tx: EntityManager,
    actor: StaffActor,
    who: { visitId: string; participantId: string },
  ): Promise<Sheet> {
    const { booking, participant } = await linkedParticipant(tx, actor, who, this.clock.now());
    const link = await this.links.addressOf(tx, participant);
    const { linkGeneration } = await tx.findOneByOrFail(Participant, { id: participant.id });
    const code = await this.codes.activate(tx, participant, linkGeneration);
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'sheet.opened',
      target: { kind: 'participant', id: who.participantId },
      visits: [who.visitId],
      details: {},
    });
    const { PUBLIC_URL } = this.config;
    const said = await this.#said(tx, booking, participant);
    return { link, code, codeAddress: new URL(VISIT_CODE_PATH, PUBLIC_URL).href, ...said };
  }

  async #said(
    tx: EntityManager,
    booking: BookingRow,
    { id, visitId, envelope, role }: Participant,
  ): Promise<Omit<Sheet, 'link' | 'code' | 'codeAddress'>> {
    const place = { table: 'participant', rowId: id };
    const client = await this.vault.open<SealedPerson>(tx, visitId, place, envelope ?? Buffer.of());
    const organisation = await this.organisations.organisation(tx, booking.organisationId);
    const { purgeDueAt } = await tx.findOneByOrFail(VisitRow, { id: visitId });
    return {
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      inviter: booking.discreet ? null : inviterOf(organisation),
      language: client.language,
      languages: organisation.languages,
      identificationLevel: levelFor(role, booking),
      purgeDueAt: purgeDueAt.toISOString(),
    };
  }
}

function inviterOf(organisation: Organisation): NonNullable<Sheet['inviter']> {
  return { organisationName: nameOf(organisation), phone: organisation.contactPhone };
}
