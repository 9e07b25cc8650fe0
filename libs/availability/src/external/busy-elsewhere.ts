import type { EntityManager } from 'typeorm';
import { clipped, type Span } from '../spans/spans.js';
import { ExternalCalendar } from './external-calendar.entity.js';

/** When somebody is busy by the calendar that they keep elsewhere, as far as it is known. */
export async function busyElsewhere(
  tx: EntityManager,
  professionalId: string,
  whole: Span,
): Promise<Span[]> {
  const calendar = await tx.findOneBy(ExternalCalendar, { professionalId });
  const spans = (calendar?.busy ?? []).map(([from, to]) => ({
    startsAt: new Date(from),
    endsAt: new Date(to),
  }));
  return clipped(whole, spans);
}
