import { Injectable } from '@nestjs/common';
import { DatabaseNotifications, OrganisationChannel } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';

const CHANNEL = 'staff_changed';

/** A member of staff, by random ids. */
export interface StaffRef {
  organisationId: string;
  professionalId: string;
}

/**
 * Tells every process that what somebody may do changed: roles, sessions, the account. Who hears it ends what is open
 * for them (streams, lines of meetings) or reads anew.
 */
@Injectable()
export class StaffChanges {
  readonly #channel: OrganisationChannel;

  constructor(notifications: DatabaseNotifications) {
    this.#channel = new OrganisationChannel(notifications, CHANNEL);
  }

  /** Announces a change; heard when the transaction commits. */
  async announce(tx: EntityManager, { organisationId, professionalId }: StaffRef): Promise<void> {
    await this.#channel.announce(tx, { organisationId, id: professionalId });
  }

  /** @param listener - Gets who it is, or null when changes may have been missed. @returns Ends the listening. */
  onChange(listener: (staff: StaffRef | null) => void): () => void {
    return this.#channel.onChange((changed) =>
      listener(
        changed === null
          ? null
          : { organisationId: changed.organisationId, professionalId: changed.id },
      ),
    );
  }
}
