import { Injectable } from '@nestjs/common';
import { DatabaseNotifications } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';

const CHANNEL = 'visit_changed';

/** Tells every process that a visit changed: its id and nothing else. Who hears it reads the visit. */
export abstract class VisitChanges {
  /** Announces a change; heard when the transaction commits. */
  abstract announce(tx: EntityManager, visitId: string): Promise<void>;

  /** @param listener - Gets the visit's id, or null when changes may have been missed. @returns Ends the listening. */
  abstract onChange(listener: (visitId: string | null) => void): () => void;
}

/** Changes over the database's own notifications. */
@Injectable()
export class DatabaseVisitChanges extends VisitChanges {
  constructor(private readonly notifications: DatabaseNotifications) {
    super();
  }

  override async announce(tx: EntityManager, visitId: string): Promise<void> {
    await this.notifications.notify(tx, CHANNEL, visitId);
  }

  override onChange(listener: (visitId: string | null) => void): () => void {
    return this.notifications.listen(CHANNEL, listener);
  }
}
