export { InvitationPage } from './invitation-page.js';
