import { Module, StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AuditModule } from '@tapaamo/audit';
import { AvailabilityModule } from '@tapaamo/availability';
import { CalendarFeedModule } from '@tapaamo/calendar-feed';
import type { Clock } from '@tapaamo/common';
import { ConfigModule, type Config } from '@tapaamo/config';
import { DatabaseModule } from '@tapaamo/database';
import { IdentificationModule } from '@tapaamo/identification';
import { JobsModule } from '@tapaamo/jobs';
import { LegalHoldModule } from '@tapaamo/legal-hold';
import { LoggingModule, type Logger } from '@tapaamo/logging';
import { OrganisationModule } from '@tapaamo/organisation';
import {
  ProfessionalModule,
  SignInProviderModule,
  StaffAdministrationModule,
} from '@tapaamo/professional';
import { NotificationModule } from '@tapaamo/notification';
import { PurgeModule } from '@tapaamo/purge';
import { RecordSystemModule } from '@tapaamo/record-system';
import { StatisticsModule } from '@tapaamo/statistics';
import { VaultModule } from '@tapaamo/vault';
import { VisitModule } from '@tapaamo/visit';
import { VisitExportModule } from '@tapaamo/visit-export';
import { AccountPasskeyController } from './account/account-passkey.controller.js';
import { AccountPasswordController } from './account/account-password.controller.js';
import { AccountController } from './account/account.controller.js';
import { RecentProofGuard } from './account/recent-proof.guard.js';
import { AccountSessionController } from './account/account-session.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { BusyController } from './availability/busy.controller.js';
import { CalendarFeedController } from './availability/calendar-feed.controller.js';
import { ExternalCalendarController } from './availability/external-calendar.controller.js';
import { HolidayController } from './availability/holiday.controller.js';
import { OwnTimesController } from './availability/own-times.controller.js';
import { WorkingHoursController } from './availability/working-hours.controller.js';
import { BookingController } from './booking/booking.controller.js';
import { CodeAttempts } from './door/code-attempts.js';
import { DoorController } from './door/door.controller.js';
import { DoorObserverController } from './door/door-observer.controller.js';
import { ForgettingController } from './forgetting/forgetting.controller.js';
import { HoldController } from './legal-hold/hold.controller.js';
import { HealthController } from './health/health.controller.js';
import { RefusedKeys } from './http/refused-keys.js';
import { PermissionGuard } from './http/permission.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimitGuard } from './http/rate-limit.guard.js';
import { LingeringConnections } from './http/lingering-connections.js';
import { ApiDescription } from './http/api-description.js';
import { OpenApiController } from './http/openapi.controller.js';
import { FederationController } from './identification/federation.controller.js';
import { RepresentationController } from './identification/representation.controller.js';
import { HandBackController } from './identification/hand-back.controller.js';
import { IdentificationController } from './identification/identification.controller.js';
import { RelyingPartyController } from './identification/relying-party.controller.js';
import { StaffEntry } from './sign-in/staff-entry.js';
import { KnownDevices } from './sign-in/known-devices.js';
import { DescribeMe } from './sign-in/describe-me.js';
import { MessageReceiptController } from './message/message-receipt.controller.js';
import { LogoController } from './organisation/logo.controller.js';
import { MessageTextController } from './organisation/message-text.controller.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { ServiceController } from './organisation/service.controller.js';
import { InvitationPasskeyController } from './sign-in/invitation-passkey.controller.js';
import { InvitationController } from './sign-in/invitation.controller.js';
import { PasskeySignInController } from './sign-in/passkey-sign-in.controller.js';
import { RecordSystemController } from './organisation/record-system.controller.js';
import { RecordKeyController } from './records/record-key.controller.js';
import { RecordBookingController } from './records/record-booking.controller.js';
import { RecordCalendarController } from './records/record-calendar.controller.js';
import { RecordsOpenApiController } from './records/records-openapi.controller.js';
import { RetentionController } from './retention/retention.controller.js';
import { SignInProviderController } from './organisation/sign-in-provider.controller.js';
import { OwnChangeController } from './sign-in/own-change.controller.js';
import { ProviderSignInController } from './sign-in/provider-sign-in.controller.js';
import { SignInSteps } from './sign-in/sign-in-steps.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { StaffSessions } from './sign-in/staff-sessions.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { StaffImportController } from './staff/staff-import.controller.js';
import { StaffController } from './staff/staff.controller.js';
import { ColleagueController } from './team/colleague.controller.js';
import { StandInController } from './team/stand-in.controller.js';
import { TeamController } from './team/team.controller.js';
import { VisitChangeController } from './visit/visit-change.controller.js';
import { VisitChangeFeed } from './visit/visit-change-feed.js';
import { VisitColleaguesController } from './visit/visit-colleagues.controller.js';
import { VisitRelationshipController } from './visit/visit-relationship.controller.js';
import { VisitHoldController } from './legal-hold/visit-hold.controller.js';
import { VisitErasureController } from './visit/visit-erasure.controller.js';
import { VisitExportController } from './visit-export/visit-export.controller.js';
import { VisitReceiptController } from './visit/visit-receipt.controller.js';
import { VisitPeopleController } from './visit/visit-people.controller.js';
import { VisitRoomController } from './visit/visit-room.controller.js';
import { VisitIdentificationController } from './visit/visit-identification.controller.js';
import { VisitIdentityCodeController } from './visit/visit-identity-code.controller.js';
import { DoorDeviceTestController } from './door/door-device-test.controller.js';
import { DoorQualityController } from './door/door-quality.controller.js';
import { VisitReferenceController } from './visit/visit-reference.controller.js';
import { VisitLinkController } from './visit/visit-link.controller.js';
import { VisitSheetController } from './visit/visit-sheet.controller.js';
import { VisitMessageController } from './visit/visit-message.controller.js';
import { VisitController } from './visit/visit.controller.js';

/** What the routes of signing in share. */
const SIGN_IN = [
  DescribeMe,
  KnownDevices,
  RecentProofGuard,
  SignInSteps,
  StaffEntry,
  StaffSessions,
];

/** What is counted and told on between routes. */
const BETWEEN_ROUTES = [
  ApiDescription,
  CodeAttempts,
  LingeringConnections,
  VisitChangeFeed,
  RefusedKeys,
];

/** Somebody's own account. */
const OWN_ACCOUNT = [
  AccountController,
  AccountPasskeyController,
  AccountPasswordController,
  AccountSessionController,
];

/** Who works here. */
const STAFF = [
  // Before the routes in which anything may stand for a person's id.
  StaffImportController,
  StaffController,
  ColleagueController,
  StandInController,
  TeamController,
];

/** The professional's side of a visit. */
const VISIT = [
  VisitChangeController,
  VisitColleaguesController,
  VisitErasureController,
  VisitHoldController,
  VisitRelationshipController,
  VisitExportController,
  VisitPeopleController,
  VisitRoomController,
  VisitIdentificationController,
  VisitIdentityCodeController,
  VisitReferenceController,
  DoorDeviceTestController,
  DoorQualityController,
  VisitLinkController,
  VisitMessageController,
  VisitReceiptController,
  VisitSheetController,
  VisitController,
];

/** When professionals have time. */
const AVAILABILITY = [
  BusyController,
  CalendarFeedController,
  ExternalCalendarController,
  HolidayController,
  OwnTimesController,
  WorkingHoursController,
];

/** What an organisation says of itself, and how it works. */
const SETTINGS = [
  LogoController,
  MessageTextController,
  OrganisationController,
  RecordKeyController,
  RecordSystemController,
  RetentionController,
  ServiceController,
  SignInProviderController,
];

/** What clients do before they meet anybody. */
const DOOR = [
  DoorController,
  DoorObserverController,
  HandBackController,
  IdentificationController,
  RelyingPartyController,
  FederationController,
  RepresentationController,
];

/** How staff comes in for the first time. */
const INVITATION = [InvitationController, InvitationPasskeyController];

/** For record systems, by a key. */
const RECORDS = [RecordsOpenApiController, RecordCalendarController, RecordBookingController];

/** The API process. */
@Module({})
export class AppModule {
  static forRoot(config: Config, logger: Logger, overrides: { clock?: Clock } = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config, overrides),
        LoggingModule.forRoot(logger),
        DatabaseModule.forRoot(),
        AuditModule,
        AvailabilityModule,
        CalendarFeedModule,
        DiscoveryModule,
        JobsModule,
        LegalHoldModule,
        IdentificationModule,
        NotificationModule,
        OrganisationModule,
        ProfessionalModule,
        PurgeModule,
        RecordSystemModule,
        SignInProviderModule,
        StaffAdministrationModule,
        StatisticsModule,
        VaultModule,
        VisitExportModule,
        VisitModule,
      ],
      controllers: [
        ...OWN_ACCOUNT,
        AuditController,
        ...AVAILABILITY,
        BookingController,
        ...DOOR,
        ForgettingController,
        HealthController,
        HoldController,
        MessageReceiptController,
        ...INVITATION,
        OpenApiController,
        OwnChangeController,
        PasskeySignInController,
        ProviderSignInController,
        ...RECORDS,
        ...SETTINGS,
        SignInController,
        StatisticsController,
        ...STAFF,
        ...VISIT,
      ],
      providers: [
        ...SIGN_IN,
        ...BETWEEN_ROUTES,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}
