import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { Logo } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { OrganisationLogo } from './organisation-logo.entity.js';
import { pictureType } from './picture-type.js';

type Actor = Pick<StaffActor, 'organisationId'>;

/** Logos of organisations, shown on their pages. */
@Injectable()
export class Logos {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a picture as the organisation's logo.
   *
   * @throws LogoInvalidError, LogoTooLargeError
   */
  async store({ organisationId }: Actor, image: Buffer): Promise<Logo> {
    const mediaType = pictureType(image);
    const digest = createHash('sha256').update(image).digest('hex').slice(0, 16);
    return this.scope.of(organisationId, async (tx) => {
      const row = { organisationId, mediaType, image, digest, createdAt: this.clock.now() };
      await tx.upsert(OrganisationLogo, row, ['organisationId']);
      return { logo: await this.pathOf(tx, organisationId) };
    });
  }

  /** Shows none any more. */
  async remove({ organisationId }: Actor): Promise<Logo> {
    await this.scope.of(organisationId, (tx) => tx.delete(OrganisationLogo, { organisationId }));
    return { logo: null };
  }

  /** The picture itself; anybody may see it. @throws DeniedOrMissingError */
  async read(organisationId: string): Promise<OrganisationLogo> {
    const logo = await this.scope.of(organisationId, (tx) =>
      tx.findOneBy(OrganisationLogo, { organisationId }),
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
}
