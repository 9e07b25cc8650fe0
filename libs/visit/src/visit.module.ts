import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingModule } from '@tapaamo/booking';
import { IdentificationModule } from '@tapaamo/identification';
import { NotificationModule } from '@tapaamo/notification';
import { OrganisationModule } from '@tapaamo/organisation';
import { ProfessionalModule } from '@tapaamo/professional';
import { StatisticsModule } from '@tapaamo/statistics';
import { VaultModule } from '@tapaamo/vault';
import { SpeakAloneService } from './room/speak-alone.service.js';
import { AdmitParticipantService } from './admit-participant.service.js';
import { BookedPeople } from './identifying/booked-people.service.js';
import { DoubtfulAdmissions } from './identifying/doubtful-admissions.js';
import { GuardianCheck } from './identifying/guardian-check.service.js';
import { RepresentedChildren } from './identifying/represented-child.service.js';
import { HetuRulesNow } from './identifying/hetu-rules.js';
import { SetIdentityCodeService } from './identifying/set-identity-code.service.js';
import { AllowUnidentifiedService } from './identifying/allow-unidentified.service.js';
import { UnlockIdentificationService } from './identifying/unlock-identification.service.js';
import { BookVisitService } from './booking-a-visit/book-visit.service.js';
import { BookedVisits } from './booking-a-visit/booked-visits.service.js';
import { BookingSearch } from './booking-a-visit/booking-search.service.js';
import { NewParticipants } from './booking-a-visit/new-participants.js';
import { CancelVisitService } from './changing-a-booking/cancel-visit.service.js';
import { MoveVisitService } from './changing-a-booking/move-visit.service.js';
import { NewVisits } from './booking-a-visit/new-visits.js';
import { DeviceTestService } from './device-test/device-test.service.js';
import { DoorCalendar } from './door/door-calendar.service.js';
import { DoorSessionRow } from './door/door-session.entity.js';
import { DoorService } from './door/door.service.js';
import { ReturnedElsewhere } from './door/returned-elsewhere.service.js';
import { DoorViews } from './door/door-views.js';
import { LeaveDoorService } from './door/leave-door.service.js';
import { TellDelayService } from './door/tell-delay.service.js';
import { WaitingRoom } from './door/waiting-room.service.js';
import { ForgottenLink } from './door/forgotten-link.entity.js';
import { DueInstant } from './ending/due-instant.js';
import { HeldVisits } from './holding/held-visits.service.js';
import { HoldVisit } from './holding/hold-visit.js';
import { BookingTransfer } from './handing-over/booking-transfer.js';
import { HandOverVisitService } from './handing-over/hand-over-visit.service.js';
import { ShareVisitService } from './handing-over/share-visit.service.js';
import { CorrectOutcomeService } from './ending/correct-outcome.service.js';
import { DueReckoning } from './ending/due-reckoning.service.js';
import { EndVisitService } from './ending/end-visit.service.js';
import { HideVisit } from './ending/hide-visit.service.js';
import { MeetingQualityService } from './ending/meeting-quality.service.js';
import { VisitClosing } from './ending/visit-closing.js';
import { MeetingNodeModule } from './meeting-node/meeting-node.module.js';
import { MeetingAccessService } from './meeting-node/meeting-access.service.js';
import { Relays } from './meeting-node/relays.js';
import { OrganisationMeetings } from './meeting-node/organisation-meetings.js';
import { WayToMeeting } from './meeting-node/way-to-meeting.js';
import { Participant } from './participant.entity.js';
import { AddParticipantService } from './people/add-participant.service.js';
import { NonDisclosureService } from './people/non-disclosure.service.js';
import { ObserverAnswer } from './people/observer-answer.entity.js';
import { ObserverConsent } from './people/observer-consent.service.js';
import { PutOut } from './people/put-out.js';
import { RemoveParticipantService } from './people/remove-participant.service.js';
import { BookingShare } from './reach/booking-share.entity.js';
import { VisitReach } from './reach/visit-reach.service.js';
import { RecordReferenceService } from './reference/record-reference.service.js';
import { ClientRelationships } from './relationship/client-relationships.service.js';
import { VisitsOfOneClient } from './relationship/visits-of-one-client.js';
import { RetentionChanges } from './retention-change/retention-changes.service.js';
import { RetentionOverview } from './retention-change/retention-overview.service.js';
import { SendBackService } from './room/send-back.service.js';
import { OpenSheetService } from './sheet/open-sheet.service.js';
import { VisitCode } from './sheet/visit-code.entity.js';
import { VisitCodes } from './sheet/visit-codes.service.js';
import { ParticipantLinks } from './telling/participant-links.js';
import { RenewLinkService } from './telling/renew-link.service.js';
import { SendLinkService } from './telling/send-link.service.js';
import { MessageStates } from './telling/message-states.service.js';
import { VisitMessages } from './telling/visit-messages.js';
import { VisitDesk } from './visit-desk.service.js';
import { VisitRow } from './visit.entity.js';

/** Visits: booking them, the door, the professional's desk, and what a meeting node needs. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      VisitRow,
      Participant,
      BookingShare,
      ObserverAnswer,
      DoorSessionRow,
      ForgottenLink,
      VisitCode,
    ]),
    BookingModule,
    IdentificationModule,
    MeetingNodeModule,
    NotificationModule,
    OrganisationModule,
    ProfessionalModule,
    StatisticsModule,
    VaultModule,
  ],
  providers: [
    AddParticipantService,
    AdmitParticipantService,
    BookVisitService,
    BookedPeople,
    RepresentedChildren,
    GuardianCheck,
    BookedVisits,
    BookingSearch,
    BookingTransfer,
    CancelVisitService,
    ClientRelationships,
    CorrectOutcomeService,
    DeviceTestService,
    DoorCalendar,
    DoorService,
    DoorViews,
    DoubtfulAdmissions,
    DueInstant,
    DueReckoning,
    EndVisitService,
    HandOverVisitService,
    HetuRulesNow,
    HeldVisits,
    HideVisit,
    HoldVisit,
    LeaveDoorService,
    MeetingQualityService,
    VisitClosing,
    MeetingAccessService,
    MoveVisitService,
    NewParticipants,
    NewVisits,
    NonDisclosureService,
    ObserverConsent,
    OpenSheetService,
    ParticipantLinks,
    PutOut,
    RecordReferenceService,
    Relays,
    RemoveParticipantService,
    RenewLinkService,
    RetentionChanges,
    RetentionOverview,
    ReturnedElsewhere,
    SendLinkService,
    SetIdentityCodeService,
    SendBackService,
    ShareVisitService,
    SpeakAloneService,
    TellDelayService,
    AllowUnidentifiedService,
    UnlockIdentificationService,
    VisitCodes,
    VisitDesk,
    MessageStates,
    VisitMessages,
    VisitReach,
    VisitsOfOneClient,
    WaitingRoom,
    OrganisationMeetings,
    WayToMeeting,
  ],
  exports: [
    MessageStates,
    AddParticipantService,
    AdmitParticipantService,
    BookVisitService,
    BookedPeople,
    GuardianCheck,
    BookedVisits,
    BookingSearch,
    CancelVisitService,
    ClientRelationships,
    CorrectOutcomeService,
    DeviceTestService,
    DoorCalendar,
    DoorService,
    DueReckoning,
    EndVisitService,
    HandOverVisitService,
    HideVisit,
    HoldVisit,
    LeaveDoorService,
    MeetingAccessService,
    MeetingNodeModule,
    MeetingQualityService,
    MoveVisitService,
    NonDisclosureService,
    ObserverConsent,
    RecordReferenceService,
    RemoveParticipantService,
    OpenSheetService,
    RenewLinkService,
    RetentionChanges,
    RetentionOverview,
    ReturnedElsewhere,
    SendLinkService,
    SetIdentityCodeService,
    SendBackService,
    ShareVisitService,
    SpeakAloneService,
    TellDelayService,
    AllowUnidentifiedService,
    UnlockIdentificationService,
    VisitDesk,
    VisitReach,
    WaitingRoom,
  ],
})
export class VisitModule {}
