import type { Vault } from '@tapaamo/vault';
import type { Participant, SealedPerson } from '../participant.entity.js';

/**
 * Who a participant is, from their envelope.
 *
 * @param open - Opens envelopes of the visit (`Vault.opener`).
 * @returns Null of one of the staff, of who was removed, and when it does not open.
 */
export function openPerson(
  { id, visitId, envelope }: Pick<Participant, 'id' | 'visitId' | 'envelope'>,
  open: Awaited<ReturnType<Vault['opener']>>,
): SealedPerson | null {
  const place = { table: 'participant', rowId: id };
  return envelope === null ? null : open<SealedPerson>(visitId, place, envelope);
}
