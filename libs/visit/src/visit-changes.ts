import { Injectable } from '@nestjs/common';
import { DatabaseNotifications, OrganisationChannel, OrganisationScope } from '@tapaamo/database';
import { OrganisationChanges } from '@tapaamo/organisation';
import { StaffChanges } from '@tapaamo/professional';
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
    private readonly organisationChanges: OrganisationChanges,
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
      this.staffChanges.onChange((staff) => void this.#tellOfSeats(staff, listener)),
      this.organisationChanges.onChange(
        (organisationId) =>
          void this.#tellOfSeats(organisationId === null ? null : { organisationId }, listener),
      ),
    ];
    return () => endings.forEach((end) => end());
  }

  /**
   * An account changed, or a whole organisation: the visits in which they sit now are read anew. A closed account and an
   * organisation out of use have no seat.
   *
   * @param whose - Null when changes may have been missed.
   */
  async #tellOfSeats(
    whose: { organisationId: string; professionalId?: string } | null,
    listener: (visit: VisitRef | null) => void,
  ): Promise<void> {
    if (whose === null) {
      listener(null);
      return;
    }
    const { organisationId } = whose;
    try {
      const seats = await this.scope.of(organisationId, (tx) =>
        tx.findBy(Participant, { ...whose, connectedNodeId: Not(IsNull()) }),
      );
      const visitIds = new Set(seats.map(({ visitId }) => visitId));
      visitIds.forEach((visitId) => listener({ organisationId, visitId }));
    } catch {
      // Whoever listens reads everything: it is more work, and right.
      listener(null);
    }
  }
}
