import { NO_DEVICE_RESULT } from './device-test/device-result.js';
import { NOT_ALLOWED } from './identifying/allowed-to-wait.js';

/** Of a participant who has not come, for this time of the visit. */
export const NOT_HERE = {
  admission: 'outside',
  sessionId: null,
  connectedNodeId: null,
  withoutLineSince: null,
  arrivedAt: null,
  waitingSince: null,
  sentBack: false,
  admittedAt: null,
  admittedSessionId: null,
  joinedAt: null,
  ...NOT_ALLOWED,
} as const;

/** Of a participant who never came: they have tried no device either, and said nothing. */
export const NEVER_CAME = {
  ...NOT_HERE,
  ...NO_DEVICE_RESULT,
  qualityTold: false,
} as const;
