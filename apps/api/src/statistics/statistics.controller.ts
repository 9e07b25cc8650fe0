import { Controller, Get } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  doubtfulAdmissionsSchema,
  meetingQualityCountsSchema,
  type DoubtfulAdmissionCounts,
  type MeetingQualityCounts,
} from '@tapaamo/contracts';
import { DoubtfulAdmissionOverview, MeetingQualityOverview } from '@tapaamo/statistics';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** What is counted in an organisation. */
@Controller('api/statistics')
export class StatisticsController {
  constructor(
    private readonly overview: DoubtfulAdmissionOverview,
    private readonly quality: MeetingQualityOverview,
  ) {}

  @Get('doubtful-admissions')
  @Permit('admin', 'data-protection-officer')
  @NotAudited('counts from which nobody can be told')
  @Answers(doubtfulAdmissionsSchema)
  doubtfulAdmissions(@Staff() actor: StaffActor): Promise<DoubtfulAdmissionCounts> {
    return this.overview.read(actor.organisationId);
  }

  @Get('meeting-quality')
  @Permit('admin', 'data-protection-officer')
  @NotAudited('counts from which nobody can be told')
  @Answers(meetingQualityCountsSchema)
  meetingQuality(@Staff() actor: StaffActor): Promise<MeetingQualityCounts> {
    return this.quality.read(actor.organisationId);
  }
}
