import { Injectable } from '@nestjs/common';
import { DatabaseNotifications, OrganisationChannel, OrganisationScope } from '@tapaamo/database';
import { StaffChanges, type StaffRef } from '@tapaamo/professional';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Participant } from './participant.entity.js';
import type { VisitRef } from './visit-ref.js';

const CHANNEL = 'visit_changed';

/** Tells every process that a visit changed: its id and nothing else. Who hears it reads the visit. */
export abstract class VisitChanges {
  /** Announces a change; heard when the transaction commits. */
  abstract announce(tx: EntityManager, visit: VisitRef): Promise<void>;

  /** @param listener - Gets the visit, or null when changes may have been missed. @returns Ends the listening. */
  abstract onChange(listener: (visit: VisitRef | null) => void): () => void;
}

/** Changes over the database's own notifications. */
@Injectable()
export class DatabaseVisitChanges extends VisitChanges {
  readonly #channel: OrganisationChannel;

  constructor(
    notifications: DatabaseNotifications,
    private readonly staffChanges: StaffChanges,
    private readonly scope: OrganisationScope,
  ) {
    super();
    this.#channel = new OrganisationChannel(notifications, CHANNEL);
  }

  override async announce(tx: EntityManager, visit: VisitRef): Promise<void> {
    await this.#channel.announce(tx, { organisationId: visit.organisationId, id: visit.visitId });
  }

  override onChange(listener: (visit: VisitRef | null) => void): () => void {
    const endings = [
      this.#channel.onChange((changed) =>
        listener(
          changed === null ? null : { organisationId: changed.organisationId, visitId: changed.id },
        ),
      ),
      this.staffChanges.onChange((staff) => void this.#tellWhereTheySit(staff, listener)),
    ];
    return () => endings.forEach((end) => end());
  }

  /** Somebody's account changed: the visits in which they sit now are read anew, and a closed account has no seat. */
  async #tellWhereTheySit(
    staff: StaffRef | null,
    listener: (visit: VisitRef | null) => void,
  ): Promise<void> {
    if (staff === null) {
      listener(null);
      return;
    }
    const { organisationId, professionalId } = staff;
    try {
      const seats = await this.scope.of(organisationId, (tx) =>
        tx.findBy(Participant, { professionalId, connectedNodeId: Not(IsNull()) }),
      );
      seats.forEach(({ visitId }) => listener({ organisationId, visitId }));
    } catch {
      // Whoever listens reads everything: it is more work, and right.
      listener(null);
    }
  }
}
