export { HoldsPage } from './holds-page.js';
export { RequestHold } from './request-hold.js';
