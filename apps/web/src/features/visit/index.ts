export { useVisit } from './queries.js';
export { VisitPage } from './visit-page.js';
