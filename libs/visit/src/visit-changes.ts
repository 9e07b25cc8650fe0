import { Injectable } from '@nestjs/common';
import { DatabaseNotifications } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
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
  constructor(private readonly notifications: DatabaseNotifications) {
    super();
  }

  override async announce(tx: EntityManager, visit: VisitRef): Promise<void> {
    await this.notifications.notify(tx, CHANNEL, `${visit.organisationId}/${visit.visitId}`);
  }

  override onChange(listener: (visit: VisitRef | null) => void): () => void {
    return this.notifications.listen(CHANNEL, (text) => {
      const [organisationId, visitId] = text?.split('/') ?? [];
      listener(
        organisationId === undefined || visitId === undefined ? null : { organisationId, visitId },
      );
    });
  }
}
