/** What a relying party may be told instead of a person: who turned back by two names, and errors (RFC 6749 4.1.2.1). */
export const ANSWERS = {
  access_denied: { error: 'access_denied' },
  op_cancel: { error: 'cancel' },
  server_error: { error: 'server_error' },
  temporarily_unavailable: { error: 'temporarily_unavailable' },
  unknown: {
    error: 'no_such_error',
    error_description: '"><img src=x onerror=alert(1)><script>alert(document.domain)</script>',
  },
} as const;

/** One of `ANSWERS`. */
export type Answer = keyof typeof ANSWERS;

/** All answers. */
export const ANSWER_NAMES = Object.keys(ANSWERS) as readonly Answer[];
