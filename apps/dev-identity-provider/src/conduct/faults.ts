/** Where a fault shows itself. */
export type FaultPlace = 'discovery' | 'keys' | 'return' | 'token-endpoint' | 'id-token';

/** Ways to fail, in the order in which a relying party meets them. */
export const FAULTS = {
  'discovery-down': 'discovery',
  'wrong-issuer': 'discovery',
  'keys-down': 'keys',
  'other-issuer-returns': 'return',
  'token-slow': 'token-endpoint',
  'token-hangs': 'token-endpoint',
  'token-500': 'token-endpoint',
  'token-400': 'token-endpoint',
  'token-html': 'token-endpoint',
  'not-encrypted': 'id-token',
  'foreign-signature': 'id-token',
  'wrong-nonce': 'id-token',
  'other-audience': 'id-token',
  'old-sign-in': 'id-token',
  'clock-off': 'id-token',
} as const satisfies Record<string, FaultPlace>;

/** One way to fail. */
export type Fault = keyof typeof FAULTS;

/** All faults. */
export const FAULT_NAMES = Object.keys(FAULTS) as readonly Fault[];

/** Faults that have a length in seconds. */
export const FAULTS_WITH_SECONDS: readonly Fault[] = ['token-slow', 'clock-off'];

/** Longest shift of the clock or delay that may be asked for, in seconds. */
export const FAULT_SECONDS_MAX = 86_400;
