export interface EmbeddedPostgres {
  /** Of the database asked for, as the product's role, which owns nothing. */
  url: string;
  /** The same as its owner, who migrates it. */
  ownerUrl: string;
  /** As the superuser: for tests and repairs. */
  adminUrlFor: (database: string) => string;
  port: number;
  pid: number;
  /** Resolves with the reason when the server ends, wanted or not. */
  exited: Promise<string>;
  /** Stops it; what is not durable is removed. */
  stop: () => Promise<void>;
}

export function startEmbeddedPostgres(options: {
  /** Holds the data folder, the password and the lock. */
  directory: string;
  /** A free one when left out. */
  port?: number;
  /** Made when missing; "tapaamo" when left out. */
  database?: string;
  /** False: fast and forgotten at stop(), for tests. */
  durable?: boolean;
  /** True: for few small rows. */
  small?: boolean;
  /** Gets the server's log lines. */
  log?: (line: string) => void;
}): Promise<EmbeddedPostgres>;
