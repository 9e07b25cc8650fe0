import type { EntityManager } from 'typeorm';
import type { DatabaseNotifications } from './database-notifications.js';

/** Something of an organisation that changed: random ids. */
export interface Changed {
  organisationId: string;
  id: string;
  /** The process that made the change, where it alone need not look again. */
  knownTo?: string | undefined;
}

/** Events between processes about one kind of thing: which one changed, in which organisation, and nothing else. */
export class OrganisationChannel {
  constructor(
    private readonly notifications: DatabaseNotifications,
    private readonly name: string,
  ) {}

  /** Announces a change; heard when the transaction commits. */
  async announce(tx: EntityManager, { organisationId, id, knownTo }: Changed): Promise<void> {
    const ids = [organisationId, id, ...(knownTo === undefined ? [] : [knownTo])];
    await this.notifications.notify(tx, this.name, ids.join('/'));
  }

  /** @param listener - Gets what changed, or null when changes may have been missed. @returns Ends the listening. */
  onChange(listener: (changed: Changed | null) => void): () => void {
    return this.notifications.listen(this.name, (text) => {
      const [organisationId, id, knownTo] = text?.split('/') ?? [];
      const isWhole = organisationId !== undefined && id !== undefined;
      listener(isWhole ? { organisationId, id, knownTo } : null);
    });
  }
}
