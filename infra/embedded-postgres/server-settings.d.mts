/** What differs between servers. */
export interface ServerKind {
  durable: boolean;
  small: boolean;
}

/** Arguments of `postgres`: `-c`, `name=value`, and so on. */
export function serverFlags(kind: ServerKind): string[];
