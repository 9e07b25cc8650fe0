import type { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';

const BYTES = 16;

/**
 * The name of a visit in a participant's own calendar. It comes out of the visit's data key and stands in no table: what
 * lies in somebody's calendar leads to nothing of ours, least of all once the visit is forgotten. A new link keeps it.
 *
 * @throws VaultSealedError
 */
export async function calendarUid(
  tx: EntityManager,
  vault: Vault,
  { id, visitId }: Pick<Participant, 'id' | 'visitId'>,
): Promise<string> {
  const secret = await vault.secretFor(tx, visitId, { table: 'calendar', rowId: id }, 1);
  return secret.subarray(0, BYTES).toString('hex');
}
