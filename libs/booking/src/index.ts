export * from './booking-status.js';
export * from './booking-time.js';
export * from './booking.entity.js';
export * from './booking.errors.js';
export * from './booking.module.js';
export * from './booking.personal-data.js';
export * from './booking.repository.js';
export * from './client-contact.js';
