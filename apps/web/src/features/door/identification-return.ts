import type { IdentificationOutcome } from '@tapaamo/contracts';

const OUTCOMES: readonly IdentificationOutcome[] = [
  'done',
  'elsewhere',
  'other-device',
  'cancelled',
  'failed',
  'expired',
  'unavailable',
  'locked',
];

/**
 * How the person came back from identifying.
 *
 * @param search - `location.search`.
 */
export function identificationOutcome(search: string): IdentificationOutcome | undefined {
  const text = new URLSearchParams(search).get('identification');
  return OUTCOMES.find((outcome) => outcome === text);
}
