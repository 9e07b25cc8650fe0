import { DeviceResults1765180000000 } from './1765180000000-device-results.js';
import { Representation1765150300000 } from './1765150300000-representation.js';
import { FullNodes1765210000000 } from './1765210000000-full-nodes.js';
import { KeysElsewhere1765400000000 } from './1765400000000-keys-elsewhere.js';
import { RetentionChanges1765311000000 } from './1765311000000-retention-changes.js';
import { DueGuard1765420000000 } from './1765420000000-due-guard.js';
import { VacuumOfVisits1765420010000 } from './1765420010000-vacuum-of-visits.js';
import { ExportKey1765510000000 } from './1765510000000-export-key.js';
import { ContractEnd1765490000000 } from './1765490000000-contract-end.js';
import { LegalHolds1765520000000 } from './1765520000000-legal-holds.js';
import { RelationshipEnd1765500000000 } from './1765500000000-relationship-end.js';
import { PurgeBatches1765440000000 } from './1765440000000-purge-batches.js';
import { DayEnd1765450000000 } from './1765450000000-day-end.js';
import { RestoreMark1765460000000 } from './1765460000000-restore-mark.js';
import { DueTimeZoneData1765310000000 } from './1765310000000-due-time-zone-data.js';
import { WalkingProduct1764000000000 } from './1764000000000-walking-product.js';
import { StepsOfASweep1764100000000 } from './1764100000000-steps-of-a-sweep.js';
import { StaffRoles1764200000000 } from './1764200000000-staff-roles.js';
import { StaffInvitations1764210000000 } from './1764210000000-staff-invitations.js';
import { Scopes1764290000000 } from './1764290000000-scopes.js';
import { KeyStore1764310000000 } from './1764310000000-key-store.js';
import { RowLevelSecurity1764300000000 } from './1764300000000-row-level-security.js';
import { StaffSessions1764400000000 } from './1764400000000-staff-sessions.js';
import { OneOpenInvitation1764500000000 } from './1764500000000-one-open-invitation.js';
import { Settings1764600000000 } from './1764600000000-settings.js';
import { TermsOfABooking1764610000000 } from './1764610000000-terms-of-a-booking.js';
import { SecondFactors1764410000000 } from './1764410000000-second-factors.js';
import { SignInProvider1764840000000 } from './1764840000000-sign-in-provider.js';
import { Audit1764700000000 } from './1764700000000-audit.js';
import { TimeFreed1764800000000 } from './1764800000000-time-freed.js';
import { LastMet1764801000000 } from './1764801000000-last-met.js';
import { NoStatisticsOfSealedColumns1764810000000 } from './1764810000000-no-statistics-of-sealed-columns.js';
import { DisabledOrganisations1764860000000 } from './1764860000000-disabled-organisations.js';
import { Passkeys1764830000000 } from './1764830000000-passkeys.js';
import { AccountNotices1764830010000 } from './1764830010000-account-notices.js';
import { NoticesOfRecoveryCodes1764920000000 } from './1764920000000-notices-of-recovery-codes.js';
import { Teams1764850000000 } from './1764850000000-teams.js';
import { TeamVersion1764930000000 } from './1764930000000-team-version.js';
import { AssignedDomains1764910000000 } from './1764910000000-assigned-domains.js';
import { NoticesOfInvitations1765010000000 } from './1765010000000-notices-of-invitations.js';
import { StaffVersion1765011000000 } from './1765011000000-staff-version.js';
import { SignInEpoch1765000000000 } from './1765000000000-sign-in-epoch.js';
import { ExclusiveProvider1765012000000 } from './1765012000000-exclusive-provider.js';
import { ChangingABooking1765020000000 } from './1765020000000-changing-a-booking.js';
import { CalendarFeed1765031000000 } from './1765031000000-calendar-feed.js';
import { ExternalCalendar1765032000000 } from './1765032000000-external-calendar.js';
import { FeedOfAnEpoch1765050000000 } from './1765050000000-feed-of-an-epoch.js';
import { WorkingHours1765030000000 } from './1765030000000-working-hours.js';
import { Desk1765100000000 } from './1765100000000-desk.js';
import { PeopleOfAVisit1765060000000 } from './1765060000000-people-of-a-visit.js';
import { Reminders1765021000000 } from './1765021000000-reminders.js';
import { VisitReceipt1765090000000 } from './1765090000000-visit-receipt.js';
import { RecordSystem1765090100000 } from './1765090100000-record-system.js';
import { VisitCode1765080000000 } from './1765080000000-visit-code.js';

import { DeliveryReceipts1765070000000 } from './1765070000000-delivery-receipts.js';
import { MessageTexts1765070010000 } from './1765070010000-message-texts.js';
import { TruerReceipts1765090150000 } from './1765090150000-truer-receipts.js';
import { RecordKeys1765110000000 } from './1765110000000-record-keys.js';
import { RecordReference1765120000000 } from './1765120000000-record-reference.js';
import { ObserverAnswers1765140000000 } from './1765140000000-observer-answers.js';
import { CalDav1765130000000 } from './1765130000000-caldav.js';
import { RecordAnswers1765110100000 } from './1765110100000-record-answers.js';
import { CalendarOfRecordSystems1765120010000 } from './1765120010000-calendar-of-record-systems.js';
import { RemovalTold1765140010000 } from './1765140010000-removal-told.js';
import { TakenOver1765140020000 } from './1765140020000-taken-over.js';
import { CorrectionsKept1765140030000 } from './1765140030000-corrections-kept.js';
import { ProviderSessions1765150200000 } from './1765150200000-provider-sessions.js';
import { LockedForAWhile1765150600000 } from './1765150600000-locked-for-a-while.js';
import { AllowedToWait1765160000000 } from './1765160000000-allowed-to-wait.js';
import { WordForOneBrowser1765160500000 } from './1765160500000-word-for-one-browser.js';
import { DoubtfulAdmissions1765150000000 } from './1765150000000-doubtful-admissions.js';
import { HandBackRefusals1765150700000 } from './1765150700000-hand-back-refusals.js';
import { HandBackSessions1765160100000 } from './1765160100000-hand-back-sessions.js';
import { TabsAtOneMoment1765160110000 } from './1765160110000-tabs-at-one-moment.js';
import { UnansweredHandBacks1765160120000 } from './1765160120000-unanswered-hand-backs.js';
import { MeetingQuality1765160400000 } from './1765160400000-meeting-quality.js';
import { HandBack1765150100000 } from './1765150100000-hand-back.js';
import { IdentificationAttempts1765150010000 } from './1765150010000-identification-attempts.js';
import { ReturnedElsewhere1765160600000 } from './1765160600000-returned-elsewhere.js';
import { CheckedAtStart1765160700000 } from './1765160700000-checked-at-start.js';
import { WaitingRoom1765170000000 } from './1765170000000-waiting-room.js';

/** Every migration in order; a new one is added at the end. */
export const migrations = [
  WalkingProduct1764000000000,
  StepsOfASweep1764100000000,
  StaffRoles1764200000000,
  StaffInvitations1764210000000,
  Scopes1764290000000,
  RowLevelSecurity1764300000000,
  KeyStore1764310000000,
  StaffSessions1764400000000,
  OneOpenInvitation1764500000000,
  Settings1764600000000,
  TermsOfABooking1764610000000,
  SecondFactors1764410000000,
  Audit1764700000000,
  TimeFreed1764800000000,
  LastMet1764801000000,
  NoStatisticsOfSealedColumns1764810000000,
  DisabledOrganisations1764860000000,
  Passkeys1764830000000,
  AccountNotices1764830010000,
  SignInProvider1764840000000,
  Teams1764850000000,
  TeamVersion1764930000000,
  NoticesOfRecoveryCodes1764920000000,
  AssignedDomains1764910000000,
  NoticesOfInvitations1765010000000,
  StaffVersion1765011000000,
  SignInEpoch1765000000000,
  ExclusiveProvider1765012000000,
  ChangingABooking1765020000000,
  WorkingHours1765030000000,
  CalendarFeed1765031000000,
  ExternalCalendar1765032000000,
  Reminders1765021000000,
  FeedOfAnEpoch1765050000000,
  VisitReceipt1765090000000,
  DeliveryReceipts1765070000000,
  Desk1765100000000,
  RecordSystem1765090100000,
  VisitCode1765080000000,
  MessageTexts1765070010000,
  PeopleOfAVisit1765060000000,
  TruerReceipts1765090150000,
  RecordKeys1765110000000,
  RecordReference1765120000000,
  ObserverAnswers1765140000000,
  CalDav1765130000000,
  RecordAnswers1765110100000,
  CalendarOfRecordSystems1765120010000,
  RemovalTold1765140010000,
  TakenOver1765140020000,
  CorrectionsKept1765140030000,
  ProviderSessions1765150200000,
  DoubtfulAdmissions1765150000000,
  HandBack1765150100000,
  IdentificationAttempts1765150010000,
  Representation1765150300000,
  LockedForAWhile1765150600000,
  HandBackRefusals1765150700000,
  HandBackSessions1765160100000,
  AllowedToWait1765160000000,
  TabsAtOneMoment1765160110000,
  UnansweredHandBacks1765160120000,
  ReturnedElsewhere1765160600000,
  WordForOneBrowser1765160500000,
  CheckedAtStart1765160700000,
  MeetingQuality1765160400000,
  WaitingRoom1765170000000,
  DeviceResults1765180000000,
  FullNodes1765210000000,
  DueTimeZoneData1765310000000,
  RetentionChanges1765311000000,
  KeysElsewhere1765400000000,
  DueGuard1765420000000,
  VacuumOfVisits1765420010000,
  PurgeBatches1765440000000,
  DayEnd1765450000000,
  RestoreMark1765460000000,
  ContractEnd1765490000000,
  RelationshipEnd1765500000000,
  ExportKey1765510000000,
  LegalHolds1765520000000,
];
