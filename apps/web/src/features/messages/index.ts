export { SentNotes, MessageBadge } from './message-badge.js';
export { VisitMessagesCard } from './visit-messages-card.js';
