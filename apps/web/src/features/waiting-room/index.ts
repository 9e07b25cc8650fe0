export { ClientVisit } from './client-visit.js';
