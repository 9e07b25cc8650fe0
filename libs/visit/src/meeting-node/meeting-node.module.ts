import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingRow } from '@tapaamo/booking';
import { Organisation, OrganisationChangesModule } from '@tapaamo/organisation';
import { StaffChangesModule } from '@tapaamo/professional';
import { Participant } from '../participant.entity.js';
import { DatabaseVisitChanges, VisitChanges } from '../visit-changes.js';
import { ObserverAnswer } from '../people/observer-answer.entity.js';
import { VisitRow } from '../visit.entity.js';
import { DeviceTestTokens, SharedSecretDeviceTestTokens } from './device-test-tokens.js';
import { MediaNode } from './media-node.entity.js';
import { DatabaseMediaNodes, MediaNodes } from './media-nodes.js';
import { DatabaseMeetingAdmission, MeetingAdmission } from './meeting-admission.js';
import { MeetingTokens, SharedSecretMeetingTokens } from './meeting-tokens.js';

/**
 * All of a visit that a meeting node needs: admission, tokens, changes, its own heartbeat. It has no vault and no keys,
 * so that a meeting node could not open a client's name if it tried.
 */
@Module({
  imports: [
    OrganisationChangesModule,
    StaffChangesModule,
    TypeOrmModule.forFeature([
      BookingRow,
      MediaNode,
      ObserverAnswer,
      Organisation,
      Participant,
      VisitRow,
    ]),
  ],
  providers: [
    { provide: MediaNodes, useClass: DatabaseMediaNodes },
    { provide: MeetingAdmission, useClass: DatabaseMeetingAdmission },
    { provide: DeviceTestTokens, useClass: SharedSecretDeviceTestTokens },
    { provide: MeetingTokens, useClass: SharedSecretMeetingTokens },
    { provide: VisitChanges, useClass: DatabaseVisitChanges },
  ],
  exports: [DeviceTestTokens, MediaNodes, MeetingAdmission, MeetingTokens, VisitChanges],
})
export class MeetingNodeModule {}
