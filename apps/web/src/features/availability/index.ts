export { BookingWarnings } from './booking-warnings.js';
export { FreeForVisit, FreeTimes } from './colleague-times.js';
export { useBusyTimes, useOwnTimes } from './queries.js';
export { WorkingHoursPage } from './working-hours-page.js';
