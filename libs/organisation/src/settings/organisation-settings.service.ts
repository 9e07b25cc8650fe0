import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import {
  LEAST_CONTRAST,
  contrastWithWhite,
  type Appearance,
  type ChangeOrganisationRequest,
  type OrganisationSettings,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { Logos } from '../logo/logos.service.js';
import { Organisation } from '../organisation.entity.js';
import { ColourContrastError, SettingsChangedError } from '../organisation.errors.js';
import { differingFields } from './differing-fields.js';

type Actor = Pick<StaffActor, 'organisationId'>;

/** What an organisation says of itself: to clients, and for its messages and pages. */
@Injectable()
export class OrganisationSettingsService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly logos: Logos,
    private readonly audit: AuditLog,
  ) {}

  /** The settings of the actor's organisation. */
  async read({ organisationId }: Actor): Promise<OrganisationSettings> {
    return this.scope.of(organisationId, (tx) => this.#read(tx, organisationId));
  }

  /** How the pages of the actor's organisation look. */
  async appearance(actor: Actor): Promise<Appearance> {
    const { accentColour, logo } = await this.read(actor);
    return { accentColour, logo };
  }

  /**
   * Changes the settings.
   *
   * @throws SettingsChangedError when somebody else did since they were read; nothing is changed then.
   * @throws ColourContrastError
   */
  async change(
    actor: StaffActor,
    { version, ...changes }: ChangeOrganisationRequest,
  ): Promise<OrganisationSettings> {
    const { organisationId } = actor;
    const { accentColour } = changes;
    if (accentColour !== null && contrastWithWhite(accentColour) < LEAST_CONTRAST) {
      throw new ColourContrastError();
    }
    return this.scope.of(organisationId, async (tx) => {
      const { affected } = await tx.update(
        Organisation,
        { id: organisationId, version },
        { ...changes, version: version + 1 },
      );
      const present = await this.#read(tx, organisationId);
      if (affected !== 1) {
        throw new SettingsChangedError(differingFields(changes, present));
      }
      const target = { kind: 'organisation', id: organisationId } as const;
      const event = 'organisation.changed';
      await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
      return present;
    });
  }

  async #read(tx: EntityManager, organisationId: string): Promise<OrganisationSettings> {
    const { ...settings } = await tx.findOneByOrFail(Organisation, { id: organisationId });
    return { ...settings, logo: await this.logos.pathOf(tx, organisationId) };
  }
}
