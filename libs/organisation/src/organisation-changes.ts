import { Injectable, Module } from '@nestjs/common';
import { DatabaseNotifications, OrganisationChannel } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';

const CHANNEL = 'organisation_changed';

/** Tells every process that an organisation was taken out of use or back: whoever holds what is open for it ends that. */
@Injectable()
export class OrganisationChanges {
  readonly #channel: OrganisationChannel;

  constructor(notifications: DatabaseNotifications) {
    this.#channel = new OrganisationChannel(notifications, CHANNEL);
  }

  /** Announces a change; heard when the transaction commits. */
  async announce(tx: EntityManager, organisationId: string): Promise<void> {
    await this.#channel.announce(tx, { organisationId, id: organisationId });
  }

  /** @param listener - Gets the organisation, or null when changes may have been missed. @returns Ends the listening. */
  onChange(listener: (organisationId: string | null) => void): () => void {
    return this.#channel.onChange((changed) => listener(changed?.organisationId ?? null));
  }
}

/** Changes of organisations alone, for processes that need no settings of them. */
@Module({ providers: [OrganisationChanges], exports: [OrganisationChanges] })
export class OrganisationChangesModule {}
