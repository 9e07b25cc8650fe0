import { ERROR_CODES, type ErrorCode } from '@tapaamo/contracts';

/** A request was refused, or there was no line to send it on. */
export class SignallingRefusal extends Error {
  override readonly name = 'SignallingRefusal';

  constructor(readonly code: ErrorCode | 'no-line') {
    super(code);
  }
}

/** Whether there was no line: what was asked is caught up with when the line is back. */
export function isWithoutLine(error: unknown): boolean {
  return error instanceof SignallingRefusal && error.code === 'no-line';
}

/** Whether the node refused for now only, so that the same request can succeed a moment later. */
export function isTemporary(error: unknown): boolean {
  return (
    error instanceof SignallingRefusal &&
    error.code !== 'no-line' &&
    (ERROR_CODES[error.code].retriable || error.code === 'request.too-many')
  );
}

/** Whether this browser has no codec in common with the meeting, as the node or the media library says. */
export function cannotDecode(error: unknown): boolean {
  return (
    (error instanceof SignallingRefusal && error.code === 'media.capabilities-unsupported') ||
    (error instanceof Error && error.name === 'UnsupportedError')
  );
}
