/** Names of everything a meeting node tells a browser. A page listens for these and needs no schema for it. */
export const SIGNALLING_NOTIFICATION_NAMES = [
  'admissionChanged',
  'delayChanged',
  'meetingReady',
  'participantJoined',
  'participantConnectionChanged',
  'participantLeft',
  'attendanceChanged',
  'consumerCreated',
  'consumerClosed',
  'consumerPaused',
  'consumerResumed',
  'textCreated',
  'readersChanged',
  'handsChanged',
  'reacted',
  'speakerChanged',
  'lineChanged',
  'visitEnded',
  'connectionReplaced',
  'visitChanged',
  'doorChanged',
] as const;

export type SignallingNotification = (typeof SIGNALLING_NOTIFICATION_NAMES)[number];
