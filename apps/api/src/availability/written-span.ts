/** A stretch of time as answers have it. */
export function writtenSpan({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): {
  startsAt: string;
  endsAt: string;
} {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
