import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import type { VisitRow } from '../visit.entity.js';

/** Whether somebody sits on the visit's node, or has met there: then a refusal or a move would be felt. */
export async function hasBegun(
  tx: EntityManager,
  { id, firstMetAt, mediaNodeId }: VisitRow,
): Promise<boolean> {
  if (firstMetAt !== null || mediaNodeId === null) {
    return firstMetAt !== null;
  }
  return await tx.existsBy(Participant, { visitId: id, connectedNodeId: mediaNodeId });
}
