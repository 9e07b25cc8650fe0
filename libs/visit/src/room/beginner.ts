import { IsNull, type EntityManager } from 'typeorm';
import { knownLines, withoutLineMs } from '../meeting-node/lines.js';
import { Participant } from '../participant.entity.js';
import { reach } from '../reach/reach.js';
import type { VisitRow } from '../visit.entity.js';

/**
 * For how long who speaks alone has had no line, in milliseconds.
 *
 * @returns Null when they do not reach the visit any more.
 */
export async function beginnerWithoutLineMs(
  tx: EntityManager,
  { id: visitId, organisationId, aloneBy }: VisitRow,
  now: Date,
): Promise<number | null> {
  const where = { id: aloneBy ?? '', visitId, removedAt: IsNull() };
  const beginner = aloneBy === null ? null : await tx.findOneBy(Participant, where);
  const { professionalId } = beginner ?? { professionalId: null };
  if (beginner === null || professionalId === null) {
    return null;
  }
  const reaching = await reach(
    tx,
    { organisationId, now },
    { visitIds: [visitId], professionalId },
  );
  return reaching.length === 0 ? null : withoutLineMs(beginner, await knownLines(tx));
}
