import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { DOOR_OPENS_MINUTES_BEFORE } from '@tapaamo/contracts';
import {
  DatabaseNotifications,
  OrganisationChannel,
  OrganisationScope,
  type Changed,
} from '@tapaamo/database';
import { OrganisationChanges } from '@tapaamo/organisation';
import { StaffChanges } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import type { VisitRef } from './visit-ref.js';

const CHANNEL = 'visit_changed';

/** An account, or everybody of an organisation. */
interface Whose {
  organisationId: string;
  professionalId?: string;
}

/** That a visit changed. */
export interface VisitChange extends VisitRef {
  /** Meeting node that somebody's line has come to, where that is all that changed: it knows. */
  lineAt?: string | undefined;
}

/** Tells every process that a visit changed: its id and nothing of it. Who hears it reads the visit. */
export abstract class VisitChanges {
  /**
   * Announces a change; heard when the transaction commits.
   *
   * @param lineAt - As in `VisitChange`.
   */
  abstract announce(tx: EntityManager, visit: VisitRef, lineAt?: string): Promise<void>;

  /** @param listener - Gets the visit, or null when changes may have been missed. @returns Ends the listening. */
  abstract onChange(listener: (visit: VisitChange | null) => void): () => void;
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
    private readonly clock: Clock,
  ) {
    super();
    this.#channel = new OrganisationChannel(notifications, CHANNEL);
  }

  override async announce(
    tx: EntityManager,
    { organisationId, visitId }: VisitRef,
    lineAt?: string,
  ): Promise<void> {
    await this.#channel.announce(tx, { organisationId, id: visitId, knownTo: lineAt });
  }

  override onChange(listener: (visit: VisitChange | null) => void): () => void {
    const endings = [
      this.#channel.onChange((changed) =>
        listener(changed === null ? null : visitChanged(changed)),
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
   * An account changed, or a whole organisation: the visits in which they may sit now are read anew. A closed account and
   * an organisation out of use have no seat.
   *
   * @param whose - Null when changes may have been missed.
   */
  async #tellOfSeats(
    whose: Whose | null,
    listener: (visit: VisitRef | null) => void,
  ): Promise<void> {
    if (whose === null) {
      listener(null);
      return;
    }
    const { organisationId } = whose;
    try {
      const visitIds = await this.scope.of(organisationId, (tx) => this.#mayHaveSeats(tx, whose));
      visitIds.forEach((visitId) => listener({ organisationId, visitId }));
    } catch {
      // Whoever listens reads everything: it is more work, and right.
      listener(null);
    }
  }

  /**
   * Visits with a line of theirs, and those that may be going on: a seat is kept while its line is down, and one just taken
   * is not written down yet.
   */
  async #mayHaveSeats(
    tx: EntityManager,
    { organisationId, professionalId }: Whose,
  ): Promise<string[]> {
    const doorOpens = new Date(this.clock.nowMs() + DOOR_OPENS_MINUTES_BEFORE * 60_000);
    const ofOne = professionalId === undefined ? [] : [professionalId];
    const found = await tx.query<{ visitId: string }[]>(
      `SELECT DISTINCT visit.id AS "visitId" FROM participant
         JOIN visit ON visit.id = participant.visit_id
         JOIN booking ON booking.id = visit.booking_id
       WHERE participant.organisation_id = $1
         AND (participant.connected_node_id IS NOT NULL OR visit.ended_at IS NULL AND booking.starts_at <= $2)
         ${ofOne.length === 0 ? '' : 'AND participant.professional_id = $3'}`,
      [organisationId, doorOpens, ...ofOne],
    );
    return found.map(({ visitId }) => visitId);
  }
}

function visitChanged({ organisationId, id, knownTo }: Changed): VisitChange {
  return { organisationId, visitId: id, ...(knownTo === undefined ? {} : { lineAt: knownTo }) };
}
