import type { DeviceState } from '@tapaamo/contracts';

/** Why a camera or microphone could not be opened. */
export type DeviceProblem = Exclude<DeviceState, 'works'>;

const MISSING = ['NotFoundError', 'OverconstrainedError'];

/**
 * Names the reason a browser gave for not opening a device.
 *
 * @param error - What `getUserMedia` threw. A browser without the function at all counts as having no device.
 */
export function deviceProblem(error: unknown): DeviceProblem {
  // Not every browser's reasons are of the class Error, but all have a name.
  const name = (error as Partial<Error> | null)?.name ?? '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return 'refused';
  }
  return MISSING.includes(name) || name === 'TypeError' ? 'missing' : 'broken';
}
