import { arrivals } from './sv/arrivals.js';
import { audit } from './sv/audit.js';
import { account, invitation, passkey, recovery, secondFactor } from './sv/account.js';
import { availability } from './sv/availability.js';
import { bookings } from './sv/bookings.js';
import { calendar } from './sv/calendar.js';
import { doubtfulAdmissions } from './sv/doubtful-admissions.js';
import { forgetting } from './sv/forgetting.js';
import { guide, signIn } from './sv/everywhere.js';
import { holds } from './sv/holds.js';
import { inviting } from './sv/inviting.js';
import { ofClients } from './sv/of-clients.js';
import { people } from './sv/people.js';
import { qualityCounts } from './sv/quality.js';
import { recordKeys } from './sv/record-keys.js';
import { recordSystem } from './sv/record-system.js';
import { retention } from './sv/retention.js';
import { room } from './sv/room.js';
import { series } from './sv/series.js';
import { settings } from './sv/settings.js';
import { sheet } from './sv/sheet.js';
import { staff } from './sv/staff.js';
import { messageTexts } from './sv/message-texts.js';
import { providerSettings, providerSignIn } from './sv/sign-in-provider.js';
import { teams } from './sv/teams.js';
import { visitExport } from './sv/visit-export.js';
import { visit } from './sv/visit.js';
import type { Texts } from './texts.js';

/** Every text in Swedish. */
export const sv: Texts = {
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
