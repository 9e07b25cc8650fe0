export * from './invitation.js';
export * from './notification.module.js';
export * from './notification.personal-data.js';
export * from './outbox-delivery.js';
export * from './outbox-message.entity.js';
export * from './outbox.service.js';
export * from './senders/mail-sender.js';
export * from './senders/sms-sender.js';
