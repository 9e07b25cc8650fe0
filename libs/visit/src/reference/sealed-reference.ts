import type { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { VisitRow } from '../visit.entity.js';

interface SealedReference {
  reference: string;
}

const placeOf = (visitId: string) => ({ table: 'visit', rowId: visitId });

/** Seals the record system's own reference of a visit, or nothing. @throws VaultSealedError */
export async function sealReference(
  vault: Vault,
  tx: EntityManager,
  visitId: string,
  reference: string | null,
): Promise<Buffer | null> {
  if (reference === null) {
    return null;
  }
  const value: SealedReference = { reference };
  return vault.seal(tx, visitId, placeOf(visitId), value);
}

/** The record system's own reference of a visit; null when there is none or it does not open any more. */
export async function openReference(
  vault: Vault,
  tx: EntityManager,
  { id, sealedReference }: Pick<VisitRow, 'id' | 'sealedReference'>,
): Promise<string | null> {
  if (sealedReference === null) {
    return null;
  }
  return referenceIn(await vault.opener(tx, [id]), { id, sealedReference });
}

/** The same where visits are opened together. @param open - Of `Vault.opener`. */
export function referenceIn(
  open: Awaited<ReturnType<Vault['opener']>>,
  { id, sealedReference }: Pick<VisitRow, 'id' | 'sealedReference'>,
): string | null {
  return sealedReference === null
    ? null
    : (open<SealedReference>(id, placeOf(id), sealedReference)?.reference ?? null);
}
