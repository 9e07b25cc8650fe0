import { arrivals } from './en/arrivals.js';
import { audit } from './en/audit.js';
import { account, invitation, passkey, recovery, secondFactor } from './en/account.js';
import { availability } from './en/availability.js';
import { bookings } from './en/bookings.js';
import { calendar } from './en/calendar.js';
import { doubtfulAdmissions } from './en/doubtful-admissions.js';
import { forgetting } from './en/forgetting.js';
import { guide, signIn } from './en/everywhere.js';
import { holds } from './en/holds.js';
import { inviting } from './en/inviting.js';
import { ofClients } from './en/of-clients.js';
import { people } from './en/people.js';
import { qualityCounts } from './en/quality.js';
import { recordKeys } from './en/record-keys.js';
import { recordSystem } from './en/record-system.js';
import { retention } from './en/retention.js';
import { room } from './en/room.js';
import { series } from './en/series.js';
import { settings } from './en/settings.js';
import { sheet } from './en/sheet.js';
import { staff } from './en/staff.js';
import { messageTexts } from './en/message-texts.js';
import { providerSettings, providerSignIn } from './en/sign-in-provider.js';
import { teams } from './en/teams.js';
import { visitExport } from './en/visit-export.js';
import { visit } from './en/visit.js';
import type { Texts } from './texts.js';

/** Every text in English. */
export const en: Texts = {
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
