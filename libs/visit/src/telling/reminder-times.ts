const MINUTE_MS = 60_000;

/**
 * When a client is reminded. One reminder is worth sending until the next one is due, and the last until the visit begins:
 * after an outage nobody gets two at once. One that would follow the booking too closely, before half of its own lead has
 * passed, is left out.
 *
 * @param startsAt - Booked start.
 * @param leads - Minutes before it, the earliest reminder first.
 */
export function reminderTimes(
  startsAt: Date,
  leads: readonly number[],
  now: Date,
): { sendAt: Date; expiresAt: Date }[] {
  const sendAt = (lead: number) => new Date(startsAt.getTime() - lead * MINUTE_MS);
  const worth = leads.filter(
    (lead) => sendAt(lead).getTime() - now.getTime() >= (lead / 2) * MINUTE_MS,
  );
  return worth.map((lead, index) => {
    const next = worth[index + 1];
    return { sendAt: sendAt(lead), expiresAt: next === undefined ? startsAt : sendAt(next) };
  });
}
