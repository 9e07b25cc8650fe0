export { ForgettingPage } from './forgetting-page.js';
