import type { EntityManager } from 'typeorm';
import type { DatabaseNotifications } from './database-notifications.js';

/** Something of an organisation that changed: two random ids. */
export interface Changed {
  organisationId: string;
  id: string;
}

/** Events between processes about one kind of thing: which one changed, in which organisation, and nothing else. */
export class OrganisationChannel {
  constructor(
    private readonly notifications: DatabaseNotifications,
    private readonly name: string,
  ) {}

  /** Announces a change; heard when the transaction commits. */
  async announce(tx: EntityManager, { organisationId, id }: Changed): Promise<void> {
    await this.notifications.notify(tx, this.name, `${organisationId}/${id}`);
  }

  /** @param listener - Gets what changed, or null when changes may have been missed. @returns Ends the listening. */
  onChange(listener: (changed: Changed | null) => void): () => void {
    return this.notifications.listen(this.name, (text) => {
      const [organisationId, id] = text?.split('/') ?? [];
      listener(organisationId === undefined || id === undefined ? null : { organisationId, id });
    });
  }
}
