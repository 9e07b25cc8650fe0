import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DoubtfulAdmissionCount } from './doubtful-admission-count.entity.js';
import { DoubtfulAdmissionOverview } from './doubtful-admission-overview.js';
import { MeetingQualityCount } from './meeting-quality-count.entity.js';
import { MeetingQualityOverview } from './meeting-quality-overview.js';
import { StatisticsService } from './statistics.service.js';
import { VisitCount } from './visit-count.entity.js';

/** Counters. */
@Module({
  imports: [TypeOrmModule.forFeature([VisitCount, DoubtfulAdmissionCount, MeetingQualityCount])],
  providers: [DoubtfulAdmissionOverview, MeetingQualityOverview, StatisticsService],
  exports: [DoubtfulAdmissionOverview, MeetingQualityOverview, StatisticsService],
})
export class StatisticsModule {}
