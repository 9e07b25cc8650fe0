export { MediaRequests, type Place } from './media/media-requests.service.js';
export * from './meeting.errors.js';
export { Meeting } from './meeting.js';
export * from './meeting.module.js';
export { Meetings, type MeetingCounts } from './registry/meetings.service.js';
export { NodeHeartbeat } from './registry/node-heartbeat.service.js';
export type { MeetingConnection } from './seat/meeting-connection.js';
export { MOST_SEATS } from './seat/seat-rules.js';
export { Seat } from './seat/seat.js';
