import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Most entries that are kept of everything together; the oldest go first. */
const ENTRIES_MAX = 2_000;

/** How the identity provider finds who may ask it; read at every use, because keys may appear later. */
export type FindRelyingParty = (id: string) => Promise<AdapterPayload | undefined>;

/**
 * Storage of the provider: everything in memory and gone with the process, except relying parties, which are asked for.
 */
export function memoryStorage(findRelyingParty: FindRelyingParty): AdapterFactory {
  const entries = new Map<string, AdapterPayload>();
  return (model) => (model === 'Client' ? relyingParties(findRelyingParty) : kept(model, entries));
}

function kept(model: string, entries: Map<string, AdapterPayload>): Adapter {
  const keyOf = (id: string): string => `${model}:${id}`;
  const findBy = (field: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
    [...entries].find(([key, entry]) => key.startsWith(`${model}:`) && entry[field] === value)?.[1];
  return {
    upsert: async (id, payload) => {
      entries.set(keyOf(id), payload);
      for (const oldest of entries.keys()) {
        if (entries.size <= ENTRIES_MAX) {
          break;
        }
        entries.delete(oldest);
      }
    },
    find: async (id) => entries.get(keyOf(id)),
    findByUid: async (uid) => findBy('uid', uid),
    findByUserCode: async (userCode) => findBy('userCode', userCode),
    consume: async (id) => {
      const entry = entries.get(keyOf(id));
      if (entry !== undefined) {
        entry.consumed = true;
      }
    },
    destroy: async (id) => {
      entries.delete(keyOf(id));
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, entry] of entries) {
        if (entry.grantId === grantId) {
          entries.delete(key);
        }
      }
    },
  };
}

function relyingParties(find: FindRelyingParty): Adapter {
  const refuse = async (): Promise<never> => {
    throw new Error('Relying parties are read only.');
  };
  return {
    find,
    upsert: refuse,
    findByUid: refuse,
    findByUserCode: refuse,
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: refuse,
  };
}
