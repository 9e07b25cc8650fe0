/** A stretch of time: its first instant belongs to it, its last does not. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** The same time, in order and with nothing said twice: spans that touch become one, empty ones go. */
export function merged(spans: readonly Span[]): Span[] {
  const inOrder = spans
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const result: Span[] = [];
  for (const { startsAt, endsAt } of inOrder) {
    const last = result.at(-1);
    if (last === undefined || last.endsAt < startsAt) {
      result.push({ startsAt, endsAt });
    } else if (last.endsAt < endsAt) {
      last.endsAt = endsAt;
    }
  }
  return result;
}

/** What of a stretch of time is in none of the spans, in order. */
export function gapsIn(whole: Span, spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = whole.startsAt;
  for (const { startsAt, endsAt } of clipped(whole, spans)) {
    gaps.push({ startsAt: from, endsAt: startsAt });
    from = endsAt;
  }
  return merged([...gaps, { startsAt: from, endsAt: whole.endsAt }]);
}

/** What of the spans lies within a stretch of time, merged. */
export function clipped(whole: Span, spans: readonly Span[]): Span[] {
  return merged(
    spans.map(({ startsAt, endsAt }) => ({
      startsAt: startsAt < whole.startsAt ? whole.startsAt : startsAt,
      endsAt: endsAt > whole.endsAt ? whole.endsAt : endsAt,
    })),
  );
}

/** Whether two spans share an instant. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
