export { SignInPage } from './sign-in-page.js';
export { StaffPage } from './staff-page.js';
export { useMe, useSignInAgain } from './queries.js';
