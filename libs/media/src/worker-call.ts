import { AppError, withDeadline } from '@tapaamo/common';
import { errors } from 'mediasoup';
import {
  CapabilitiesUnsupportedError,
  MediaDescriptionInvalidError,
  MediaObjectMissingError,
  MediaWorkerUnavailableError,
} from './media.errors.js';

/** Longest time of one call to a worker, in milliseconds: mediasoup itself waits for ever for a worker that hangs. */
export const WORKER_CALL_DEADLINE_MS = 3_000;

/**
 * Asks a media worker something.
 *
 * @param call - The call; mediasoup may throw at once or reject.
 * @param discard - Closes what was made too late.
 * @throws DeadlineExceededError when the worker is silent, otherwise one of `media.errors.ts`.
 */
export async function askWorker<T>(
  call: () => Promise<T>,
  discard?: (late: T) => void,
): Promise<T> {
  try {
    return await withDeadline(call(), WORKER_CALL_DEADLINE_MS, discard);
  } catch (error) {
    throw translate(error);
  }
}

/** mediasoup's errors in the product's words. What it does not name is its refusal of a description. */
function translate(error: unknown): AppError {
  if (error instanceof AppError) {
    return error;
  }
  if (error instanceof errors.WorkerClosedError) {
    return new MediaWorkerUnavailableError(error);
  }
  if (error instanceof errors.NotFoundError) {
    return new MediaObjectMissingError(error);
  }
  if (error instanceof errors.UnsupportedError) {
    return new CapabilitiesUnsupportedError(error);
  }
  return new MediaDescriptionInvalidError(error);
}
