export { VisitPage } from './visit-page.js';
