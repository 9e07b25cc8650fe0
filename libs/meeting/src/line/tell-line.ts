import type { Meeting } from '../meeting.js';
import type { Seat } from '../seat/seat.js';

/**
 * Tells how somebody's line is. What is missing because of it is told to everybody of whom something reaches them, or the
 * other way round; how the line is, to the participant and to professionals only.
 *
 * @param receivers - Who may be told; all who take part when left out.
 */
export function tellLine(
  { company, seats }: Meeting,
  whose: Seat,
  receivers: readonly Seat[] = seats.admitted(),
): void {
  const { participantId, line } = whose;
  const { held, losesSent, state } = line;
  for (const to of receivers) {
    const isTold = to === whose || to.role === 'professional';
    if (isTold || company.mayReach(whose, to) || company.mayReach(to, whose)) {
      to.tell('lineChanged', { participantId, held, losesSent, ...(isTold ? { state } : {}) });
    }
  }
}
