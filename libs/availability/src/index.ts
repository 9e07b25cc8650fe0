export * from './availability.errors.js';
export * from './availability.module.js';
export * from './availability.personal-data.js';
export * from './busy/busy-times.service.js';
export * from './checks/booking-checks.service.js';
export * from './holidays/holidays.js';
export * from './working-hours/working-hours.entity.js';
export { OwnWorkingHours } from './working-hours/working-hours.service.js';
