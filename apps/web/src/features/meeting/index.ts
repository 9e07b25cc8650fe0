export { MeetingConnection } from './connection/meeting-connection.js';
export type { MeetingState, OtherParticipant, StopReason } from './connection/meeting-state.js';
export { DeviceButton } from './device-button.js';
export { LineTest, type LineTestState } from './line-test/line-test.js';
export { Meeting } from './meeting.js';
export { SelfView } from './self-view.js';
export { useDeviceSwitches } from './use-device-switches.js';
