export { useVisit } from './queries.js';
export { VisitAddress } from './visit-address.js';
