import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { Logo } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { OrganisationLogo } from './organisation-logo.entity.js';
import { pictureType } from './picture-type.js';

/** Logos of organisations, shown on their pages. */
@Injectable()
export class Logos {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a picture as the organisation's logo.
   *
   * @throws LogoInvalidError, LogoTooLargeError
   */
  async store(actor: StaffActor, image: Buffer): Promise<Logo> {
    const { organisationId } = actor;
    const mediaType = pictureType(image);
    const digest = createHash('sha256').update(image).digest('hex').slice(0, 16);
    return this.scope.of(organisationId, async (tx) => {
      const row = { organisationId, mediaType, image, digest, createdAt: this.clock.now() };
      await tx.upsert(OrganisationLogo, row, ['organisationId']);
      const logo = await this.pathOf(tx, organisationId);
      await this.#tell(tx, actor);
      return { logo };
    });
  }

  /** Shows none any more. */
  async remove(actor: StaffActor): Promise<Logo> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      await tx.delete(OrganisationLogo, { organisationId });
      await this.#tell(tx, actor);
    });
    return { logo: null };
  }

  /**
   * The picture itself, for anybody who was given its whole address. Who knows nothing but an organisation's id, as the
   * client of a discreet visit might, does not learn from it whose id it is.
   *
   * @throws DeniedOrMissingError
   */
  async read(organisationId: string, digest: string): Promise<OrganisationLogo> {
    const logo = await this.scope.of(organisationId, (tx) =>
      tx.findOneBy(OrganisationLogo, { organisationId, digest }),
    );
    if (logo === null) {
      throw new DeniedOrMissingError();
    }
    return logo;
  }

  /** Where browsers find the picture; null when there is none. A new picture has a new address. */
  async pathOf(tx: EntityManager, organisationId: string): Promise<string | null> {
    const logo = await tx.findOne(OrganisationLogo, {
      where: { organisationId },
      select: { organisationId: true, digest: true },
    });
    return logo === null ? null : `/api/organisations/${organisationId}/logo?v=${logo.digest}`;
  }

  async #tell(tx: EntityManager, actor: StaffActor): Promise<void> {
    const target = { kind: 'organisation', id: actor.organisationId } as const;
    const event = 'organisation.changed';
    await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
  }
}
