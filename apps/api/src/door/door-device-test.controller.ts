import { Body, Controller, Post } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import {
  deviceCheckSchema,
  meetingAccessSchema,
  type DeviceCheck,
  type MeetingAccess,
} from '@tapaamo/contracts';
import { DeviceTestService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** The client's device test: the way to a place where they see and hear themselves, and its result. */
@Controller('api/door')
export class DoorDeviceTestController {
  constructor(private readonly test: DeviceTestService) {}

  /** Nobody is let in anywhere by it: it needs neither identification nor an open door. */
  @Post('device-test')
  @Permit('door')
  @RateLimit(60)
  @Answers(meetingAccessSchema)
  begin(@Door() actor: DoorActor): Promise<MeetingAccess> {
    return this.test.begin(actor);
  }

  @Post('device-check')
  @Answers(null)
  @Permit('door')
  @RateLimit(60)
  async keep(
    @Door() actor: DoorActor,
    @Body({ schema: deviceCheckSchema }) check: DeviceCheck,
  ): Promise<void> {
    await this.test.keep(actor, check);
  }
}
