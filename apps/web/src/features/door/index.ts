export { PrivacyNotice, PrivacyNoticeAgain } from './privacy-notice.js';
export { DoorPage } from './door-page.js';
export { QuickExit } from './quick-exit/quick-exit.js';
