export { whenSigningOut } from './farewells.js';
export { whileGoingOn } from './going-on.js';
export { SignInPage } from './sign-in-page.js';
export {
  CHOOSES_STAND_INS,
  KEEPS_SETTINGS,
  KEEPS_STAFF,
  MEETS_CLIENTS,
  READS_AUDIT,
  SEES_RECORD_KEYS,
  STAFF,
  READS_COUNTS,
  WATCHES_FORGETTING,
} from './staff-places.js';
export { StaffPage } from './staff-page.js';
export { homeOf } from './home-of.js';
export { GoToProvider } from './provider-sign-in.js';
export { useOfferedProvider, useStartProvider } from './provider-queries.js';
export { APPEARANCE, ME, useMe, useWelcome } from './queries.js';
