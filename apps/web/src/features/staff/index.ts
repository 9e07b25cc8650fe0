export { ImportPage } from './import-page.js';
export { InvitePage } from './invite-page.js';
export { MemberPage } from './member-page.js';
export { StaffListPage } from './staff-list-page.js';
