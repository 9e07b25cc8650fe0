export { ActsOfVisit } from './acts-of-visit.js';
export { BookingsPage } from './bookings-page.js';
export { DeviceResultLine } from './device-result-line.js';
export { NewBookingPage } from './new-booking-page.js';
export { useServices } from './queries.js';
export { verdictAdvice, verdictWord } from './verdict-word.js';
