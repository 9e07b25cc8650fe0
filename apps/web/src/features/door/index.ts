export { PrivacyNotice, PrivacyNoticeAgain } from './privacy-notice.js';
export { DeviceTest } from './device-test/device-test.js';
export type { Wishes } from './device-test/device-check.js';
export { DoorPage } from './door-page.js';
export { lookAhead } from './look-ahead.js';
export { QuickExit } from './quick-exit/quick-exit.js';
