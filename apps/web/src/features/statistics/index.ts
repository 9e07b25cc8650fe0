export { DoubtfulAdmissionsPage } from './doubtful-admissions-page.js';
