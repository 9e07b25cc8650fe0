export { DoorPage } from './door-page.js';
