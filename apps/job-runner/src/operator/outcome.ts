/** Exit code when an audit log does not fit together, something opens under no key, or not all keys came back. */
export const BROKEN = 3;

/** What a command says and how it ends. */
export interface Outcome {
  text: string;
  exitCode: number;
}

/** It did what it was asked for. */
export function done(text: string): Outcome {
  return { text, exitCode: 0 };
}
