/** Names of the fields that were sent and are another value now. */
export function differingFields<Sent extends object>(
  sent: Sent,
  present: Record<keyof Sent, unknown>,
): string[] {
  return (Object.keys(sent) as (keyof Sent & string)[]).filter(
    (field) => JSON.stringify(sent[field]) !== JSON.stringify(present[field]),
  );
}
