export { whenSigningOut } from './farewells.js';
export { SignInPage } from './sign-in-page.js';
export { StaffPage } from './staff-page.js';
export { ME, useMe } from './queries.js';
