/** The address leads where nobody may be led. Who let somebody type it tells so in their own words. */
export class HostRefusedError extends Error {
  constructor() {
    super('host-refused');
    this.name = new.target.name;
  }
}

/** Nobody gave a usable answer. */
export class NoAnswerError extends Error {
  /**
   * @param reason - What failed, for the log: `answer-too-large`, `http-503`, the code of a failed connection.
   * @param status - HTTP status, where there was one.
   * @param retryAfter - When the caller should ask again, as the answer says it (RFC 9110 section 10.2.3).
   */
  constructor(
    readonly reason: string,
    readonly status: number | null = null,
    readonly retryAfter: string | null = null,
  ) {
    super(reason);
    this.name = new.target.name;
  }
}
