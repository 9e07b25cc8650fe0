export { BookingWarnings } from './booking-warnings.js';
export { WorkingHoursPage } from './working-hours-page.js';
