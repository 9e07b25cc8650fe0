import { arrivals } from './fi/arrivals.js';
import { audit } from './fi/audit.js';
import { account, invitation, passkey, recovery, secondFactor } from './fi/account.js';
import { availability } from './fi/availability.js';
import { bookings } from './fi/bookings.js';
import { calendar } from './fi/calendar.js';
import { doubtfulAdmissions } from './fi/doubtful-admissions.js';
import { forgetting } from './fi/forgetting.js';
import { guide, signIn } from './fi/everywhere.js';
import { holds } from './fi/holds.js';
import { inviting } from './fi/inviting.js';
import { ofClients } from './fi/of-clients.js';
import { people } from './fi/people.js';
import { qualityCounts } from './fi/quality.js';
import { recordKeys } from './fi/record-keys.js';
import { recordSystem } from './fi/record-system.js';
import { retention } from './fi/retention.js';
import { room } from './fi/room.js';
import { series } from './fi/series.js';
import { settings } from './fi/settings.js';
import { sheet } from './fi/sheet.js';
import { staff } from './fi/staff.js';
import { messageTexts } from './fi/message-texts.js';
import { providerSettings, providerSignIn } from './fi/sign-in-provider.js';
import { teams } from './fi/teams.js';
import { visitExport } from './fi/visit-export.js';
import { visit } from './fi/visit.js';

/** Every text in Finnish, the model for the other languages. */
export const fi = {
  ...ofClients,
  signIn,
  secondFactor,
  passkey,
  recovery,
  invitation,
  account,
  guide,
  bookings,
  calendar,
  arrivals,
  availability,
  people,
  room,
  series,
  visit,
  inviting,
  forgetting,
  holds,
  doubtfulAdmissions,
  qualityCounts,
  audit,
  settings,
  sheet,
  teams,
  staff,
  messageTexts,
  providerSettings,
  recordKeys,
  retention,
  visitExport,
  recordSystem,
  providerSignIn,
};
