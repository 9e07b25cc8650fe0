/** The address in `Name <address>`, as the installation's sender is set. */
export function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}
